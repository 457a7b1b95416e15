package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a {@code BatchStatusQuery} promises to whoever calls it: to heed interruption, to serve many at once, to leave a trace,
 * and to keep secrets.
 *
 * @see BatchStatusQueryContract
 */
@SuppressWarnings("exports") // JUnit is optional: whoever runs the contract requires it
public interface CallPromises {

    /**
     * Makes a world that no other test has touched.
     *
     * @return the world; closed by the test
     */
    BatchWorld newWorld();

    /** No batch at all is a bug of the caller's. */
    @Test
    default void refusesNull() {
        try (BatchWorld world = newWorld()) {
            BatchStatusQuery query = world.query();
            assertThatNullPointerException().isThrownBy(() -> query.ask(null));
        }
    }

    /** A thread that is already interrupted gets no answer, though the service would give one. */
    @Test
    default void heedsAnInterruptionBeforeTheQuestion() {
        try (BatchWorld world = newWorld()) {
            world.describes(Batches.REFERENCE, Batches.finished());
            assertThat(Asking.interruptedBefore(world.query(), Batches.REFERENCE)
                            .failure())
                    .isInstanceOf(InterruptedException.class);
        }
    }

    /** A thread that waits for a silent service stops waiting, promptly, when it is interrupted. */
    @Test
    default void heedsAnInterruptionWhileItWaits() {
        try (BatchWorld world = newWorld()) {
            CountDownLatch asked = world.staysSilent(Batches.REFERENCE);
            Asking asking = Asking.begin(world.query(), Batches.REFERENCE);
            asking.interruptAfter(asked);
            assertThat(asking.failure()).isInstanceOf(InterruptedException.class);
        }
    }

    /** Many threads that ask at once each get the answer to their own question. */
    @Test
    default void answersManyThreadsAtOnce() {
        List<BatchReference> batches =
                IntStream.range(0, 32).mapToObj(Batches::numbered).toList();
        try (BatchWorld world = newWorld()) {
            batches.forEach(batch -> world.describes(batch, ownStatus(batch)));
            List<Asking> questions = batches.stream()
                    .map(batch -> Asking.begin(world.query(), batch))
                    .toList();
            for (int number = 0; number < questions.size(); number++) {
                assertThat(questions.get(number).description()).isEqualTo(ownStatus(batches.get(number)));
            }
        }
    }

    /** Every answer tells how it came about: at least one attempt was made. */
    @Test
    default void leavesATraceWhateverTheAnswer() {
        try (BatchWorld world = newWorld()) {
            world.describes(
                    Batches.numbered(1), Batches.finished(Batches.numbered(1).tracking()));
            world.refuses(Batches.numbered(2), RefusalReason.FORBIDDEN);
            world.throttles(Batches.numbered(3), Duration.ofSeconds(1));
            world.fails(Batches.numbered(4));
            world.answersNonsense(Batches.numbered(5));
            for (int batch = 0; batch <= 5; batch++) {
                BatchStatusAnswer answer = Asking.answer(world, Batches.numbered(batch));
                assertThat(answer.trace().attempts())
                        .as("attempts of %s", answer)
                        .isPositive();
            }
        }
    }

    /** Neither an answer nor the query prints a product key in full. */
    @Test
    default void printsNoProductKey() {
        String secret = "12345-67890-09876-54321";
        try (BatchWorld world = newWorld()) {
            world.describes(Batches.REFERENCE, Batches.documentedExample());
            assertThat(Asking.answer(world, Batches.REFERENCE).toString()).doesNotContain(secret);
            assertThat(world.query().toString()).doesNotContain(secret);
        }
    }

    private static BatchStatus ownStatus(BatchReference batch) {
        return Batches.finished(batch.tracking(), Devices.registered("SN-" + batch));
    }
}
