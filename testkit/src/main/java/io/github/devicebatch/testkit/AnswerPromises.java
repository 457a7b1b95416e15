package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.UnavailabilityCause;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What a {@code BatchStatusQuery} promises when there is no description: to tell why.
 *
 * @see BatchStatusQueryContract
 */
@SuppressWarnings("exports") // JUnit is optional: whoever runs the contract requires it
public interface AnswerPromises {

    /**
     * Makes a world that no other test has touched.
     *
     * @return the world; closed by the test
     */
    BatchWorld newWorld();

    /** A batch that the service does not know is not found, be its customer known or not. */
    @Test
    default void findsNoBatchThatNobodyKnows() {
        try (BatchWorld world = newWorld()) {
            assertThat(Asking.answer(world, Batches.REFERENCE)).isInstanceOf(NotFound.class);
            world.describes(Batches.REFERENCE, Batches.finished());
            assertThat(Asking.answer(world, Batches.anotherBatch())).isInstanceOf(NotFound.class);
            assertThat(Asking.answer(world, Batches.anotherCustomersBatch())).isInstanceOf(NotFound.class);
        }
    }

    /** A refusal tells its reason. */
    @Test
    default void tellsWhyItIsRefused() {
        for (RefusalReason reason : RefusalReason.values()) {
            try (BatchWorld world = newWorld()) {
                world.refuses(Batches.REFERENCE, reason);
                assertThat(Asking.answer(world, Batches.REFERENCE))
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.reason()).isEqualTo(reason));
            }
        }
    }

    /** Throttling tells how long to stay away. */
    @Test
    default void tellsHowLongToStayAway() {
        try (BatchWorld world = newWorld()) {
            world.throttles(Batches.REFERENCE, Duration.ofSeconds(57));
            assertThat(Asking.answer(world, Batches.REFERENCE))
                    .isInstanceOfSatisfying(Unavailable.class, unavailable -> {
                        assertThat(unavailable.cause()).isEqualTo(UnavailabilityCause.THROTTLED);
                        assertThat(unavailable.retryAfter()).contains(Duration.ofSeconds(57));
                    });
        }
    }

    /** A fault of the service's own is told as one, and is nothing about the batch. */
    @Test
    default void tellsThatTheServiceFails() {
        try (BatchWorld world = newWorld()) {
            world.fails(Batches.REFERENCE);
            assertThat(Asking.answer(world, Batches.REFERENCE))
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            unavailable -> assertThat(unavailable.cause()).isEqualTo(UnavailabilityCause.FAILING));
        }
    }

    /** What can't be understood is unreadable, and is nothing about the batch. */
    @Test
    default void makesNothingOfNonsense() {
        try (BatchWorld world = newWorld()) {
            world.answersNonsense(Batches.REFERENCE);
            for (int question = 0; question < 5; question++) {
                assertThat(Asking.answer(world, Batches.REFERENCE)).isInstanceOf(Unreadable.class);
            }
        }
    }

    /** A good description of another batch is unreadable as an answer about this one. */
    @Test
    default void takesNoOtherBatchsAnswer() {
        try (BatchWorld world = newWorld()) {
            world.answersAboutAnotherBatch(Batches.REFERENCE);
            assertThat(Asking.answer(world, Batches.REFERENCE)).isInstanceOf(Unreadable.class);
        }
    }
}
