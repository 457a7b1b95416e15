package io.github.devicebatch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.Devices;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What a {@code BatchStatusQuery} promises to whoever calls it: to heed interruption, to serve many at once, to leave a trace,
 * and to keep secrets.
 */
interface CallPromises extends ContractPart {

    /** It is a bug of the caller's. */
    @Test
    @DisplayName("BSQ-23 A question about null is a NullPointerException")
    default void refusesNull() {
        try (ContractEnvironment world = newWorld()) {
            BatchStatusQuery query = world.query();
            assertThatNullPointerException().isThrownBy(() -> query.ask(null));
        }
    }

    /** Though the service would give one. */
    @Test
    @DisplayName("BSQ-24 A thread that is already interrupted gets no answer but an InterruptedException")
    default void heedsAnInterruptionBeforeTheQuestion() {
        try (ContractEnvironment world = newWorld()) {
            world.describes(Batches.REFERENCE, Batches.finished());
            assertThat(AsyncQuery.interruptedBefore(world, Batches.REFERENCE).failure())
                    .isInstanceOf(InterruptedException.class);
        }
    }

    /** Promptly: long before any timeout. */
    @Test
    @DisplayName("BSQ-25 A thread that waits for a silent service is free when it is interrupted")
    default void heedsAnInterruptionWhileItWaits() {
        try (ContractEnvironment world = newWorld()) {
            assertThat(AsyncQuery.interruptedInSilence(world, Batches.REFERENCE).failure())
                    .isInstanceOf(InterruptedException.class);
        }
    }

    /** Who catches the exception decides whether to interrupt the thread again. */
    @Test
    @DisplayName("BSQ-26 An interruption is told by the exception alone: the thread's flag is cleared")
    default void tellsOfAnInterruptionOnce() {
        try (ContractEnvironment world = newWorld()) {
            assertThat(AsyncQuery.interruptedInSilence(world, Batches.REFERENCE).leavesInterrupted())
                    .as("whether the thread is still interrupted")
                    .isFalse();
        }
    }

    /** It holds no permit, no lock and no place in a queue. */
    @Test
    @DisplayName("BSQ-27 A question that was interrupted leaves nothing in the way of the next")
    default void answersAfterAnInterruption() {
        try (ContractEnvironment world = newWorld()) {
            AsyncQuery.interruptedInSilence(world, Batches.REFERENCE).end();
            world.describes(Batches.REFERENCE, Batches.finished());
            assertThat(AsyncQuery.description(world, Batches.REFERENCE)).isEqualTo(Batches.finished());
        }
    }

    /** 32 of them. */
    @Test
    @DisplayName("BSQ-28 Threads that ask at once each get the answer to their own question")
    default void answersManyThreadsAtOnce() {
        List<BatchReference> batches =
                IntStream.range(0, 32).mapToObj(Batches::numbered).toList();
        try (ContractEnvironment world = newWorld()) {
            batches.forEach(batch -> world.describes(batch, ownStatus(batch)));
            List<AsyncQuery> questions = batches.stream()
                    .map(batch -> AsyncQuery.begin(world, batch))
                    .toList();
            for (int number = 0; number < questions.size(); number++) {
                assertThat(questions.get(number).description()).isEqualTo(ownStatus(batches.get(number)));
            }
        }
    }

    /** At least one attempt was made. */
    @Test
    @DisplayName("BSQ-29 Every answer that the service gave tells how it came about")
    default void leavesATraceWhateverTheAnswer() {
        for (ServiceBehavior situation : EnumSet.complementOf(EnumSet.of(
                ServiceBehavior.DESCRIBED_WITHOUT_DEVICES, ServiceBehavior.BROKEN_OFF, ServiceBehavior.GONE))) {
            try (ContractEnvironment world = newWorld()) {
                assertThat(situation.answerIn(world).trace().attempts())
                        .as("the attempts when %s", situation)
                        .isPositive();
            }
        }
    }

    /** A product key that is printed is out in the world. */
    @Test
    @DisplayName("BSQ-30 Neither an answer nor the query prints a product key in full")
    default void printsNoProductKey() {
        String secret = "12345-67890-09876-54321";
        try (ContractEnvironment world = newWorld()) {
            world.describes(Batches.REFERENCE, Batches.documentedExample());
            assertThat(AsyncQuery.answer(world, Batches.REFERENCE).toString()).doesNotContain(secret);
            assertThat(world.query().toString()).doesNotContain(secret);
        }
    }

    /** Whoever has the token is the partner. */
    @Test
    @DisplayName("BSQ-31 Neither an answer nor the query prints the access token")
    default void printsNoToken() {
        for (ServiceBehavior situation : ServiceBehavior.values()) {
            try (ContractEnvironment world = newWorld()) {
                String token = world.token().orElseGet(() -> abort("this world has no access token"));
                assertThat(situation.answerIn(world).toString())
                        .as("the answer when %s", situation)
                        .doesNotContain(token);
                assertThat(world.query().toString()).as("the query").doesNotContain(token);
            }
        }
    }

    private static BatchStatus ownStatus(BatchReference batch) {
        return Batches.finished(batch.tracking(), Devices.registered("SN-" + batch));
    }
}
