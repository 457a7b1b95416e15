package io.github.devicebatch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.testkit.Batches;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a {@code BatchStatusQuery} promises when there is no description: to tell why. */
interface AnswerPromises extends ContractPart {

    /** Be its customer known or not. */
    @Test
    @DisplayName("BSQ-11 A batch that the service does not know is not found")
    default void findsNoBatchThatNobodyKnows() {
        try (ContractEnvironment world = newWorld()) {
            assertThat(AsyncQuery.answer(world, Batches.numbered(1))).isInstanceOf(NotFound.class);
            world.describes(Batches.REFERENCE, Batches.finished());
            assertThat(AsyncQuery.answer(world, Batches.anotherBatch())).isInstanceOf(NotFound.class);
        }
    }

    /** Each reason in a world of its own. */
    @Test
    @DisplayName("BSQ-12 A refusal tells its reason")
    default void tellsWhyItIsRefused() {
        for (RefusalReason reason : RefusalReason.values()) {
            try (ContractEnvironment world = newWorld()) {
                world.refuses(Batches.REFERENCE, reason);
                assertThat(AsyncQuery.answer(world, Batches.REFERENCE))
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.reason()).isEqualTo(reason));
            }
        }
    }

    /** To the second. */
    @Test
    @DisplayName("BSQ-13 Throttling tells how long to stay away")
    default void tellsHowLongToStayAway() {
        try (ContractEnvironment world = newWorld()) {
            world.throttles(Batches.REFERENCE, Duration.ofSeconds(57));
            assertThat(AsyncQuery.answer(world, Batches.REFERENCE))
                    .isInstanceOfSatisfying(Unavailable.class, unavailable -> {
                        assertThat(unavailable.cause()).isEqualTo(UnavailabilityCause.THROTTLED);
                        assertThat(unavailable.retryAfter()).contains(Duration.ofSeconds(57));
                    });
        }
    }

    /** And is nothing about the batch. */
    @Test
    @DisplayName("BSQ-14 A fault of the service's own is told as one")
    default void tellsThatTheServiceFails() {
        try (ContractEnvironment world = newWorld()) {
            world.fails(Batches.REFERENCE);
            assertThat(AsyncQuery.answer(world, Batches.REFERENCE))
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            unavailable -> assertThat(unavailable.cause()).isEqualTo(UnavailabilityCause.FAILING));
        }
    }

    /** It used to be there: whatever the query keeps open is of no use any more. */
    @Test
    @DisplayName("BSQ-15 A service that is gone is unavailable")
    default void tellsThatNobodyAnswers() {
        try (ContractEnvironment world = newWorld()) {
            world.describes(Batches.REFERENCE, Batches.finished());
            AsyncQuery.description(world, Batches.REFERENCE);
            world.goesAway();
            assertThat(AsyncQuery.answer(world, Batches.REFERENCE)).isInstanceOf(Unavailable.class);
        }
    }

    /** And is nothing about the batch. */
    @Test
    @DisplayName("BSQ-16 What can't be understood is unreadable")
    default void makesNothingOfNonsense() {
        try (ContractEnvironment world = newWorld()) {
            world.answersNonsense(Batches.REFERENCE);
            for (int question = 0; question < 5; question++) {
                assertThat(AsyncQuery.answer(world, Batches.REFERENCE)).isInstanceOf(Unreadable.class);
            }
        }
    }

    /** The connection broke, and asking again may help. */
    @Test
    @DisplayName("BSQ-17 An answer that breaks off in the middle is none: the service is unavailable")
    default void makesNothingOfAnAnswerThatBreaksOff() {
        try (ContractEnvironment world = newWorld()) {
            world.breaksOff(Batches.REFERENCE);
            assertThat(AsyncQuery.answer(world, Batches.REFERENCE)).isInstanceOf(Unavailable.class);
        }
    }

    /** Well-formed as it is. */
    @Test
    @DisplayName("BSQ-18 The description of another batch is unreadable as an answer about this one")
    default void takesNoOtherBatchsAnswer() {
        try (ContractEnvironment world = newWorld()) {
            world.answersAboutAnotherBatch(Batches.REFERENCE);
            assertThat(AsyncQuery.answer(world, Batches.REFERENCE)).isInstanceOf(Unreadable.class);
        }
    }

    /** Within the world's patience. */
    @Test
    @DisplayName("BSQ-19 An answer that begins and never ends is unavailable: nobody waits for ever")
    default void waitsForNothingForEver() {
        try (ContractEnvironment world = newWorld()) {
            world.stalls(Batches.REFERENCE);
            assertThat(AsyncQuery.answer(world, Batches.REFERENCE)).isInstanceOf(Unavailable.class);
        }
    }

    /** Also where there is nothing to tell. */
    @Test
    @DisplayName("BSQ-20 There is always an answer: never null and never an exception, whatever the service does")
    default void answersWhateverTheServiceDoes() {
        for (ServiceBehavior situation : ServiceBehavior.values()) {
            try (ContractEnvironment world = newWorld()) {
                assertThat(situation.answerIn(world)).isNotNull();
            }
        }
    }
}
