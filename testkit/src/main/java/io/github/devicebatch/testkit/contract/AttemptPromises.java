package io.github.devicebatch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a {@code BatchStatusQuery} promises the service: not to ask more, nor sooner, than it may. */
interface AttemptPromises extends ContractPart {

    /** A token that was refused may be replaced once. */
    @Test
    @DisplayName("BSQ-21 An answer that would not change is asked for once")
    default void asksOnceForWhatWouldNotChange() {
        EnumSet.of(
                        ServiceBehavior.UNKNOWN_BATCH,
                        ServiceBehavior.DESCRIBED,
                        ServiceBehavior.FORBIDDEN,
                        ServiceBehavior.REJECTED,
                        ServiceBehavior.NONSENSE,
                        ServiceBehavior.ANOTHER_BATCH)
                .forEach(situation -> assertThat(questionsWhen(situation))
                        .as("how many questions reached the service when %s", situation)
                        .hasSize(1));
        assertThat(questionsWhen(ServiceBehavior.UNAUTHENTICATED))
                .as("how many questions reached the service when %s", ServiceBehavior.UNAUTHENTICATED)
                .hasSizeBetween(1, 2);
    }

    /** Whoever does not ask again by itself keeps this promise by telling how long it is: BSQ-13. */
    @Test
    @DisplayName("BSQ-22 Who asks again by itself stays away as long as the service says")
    default void staysAwayAsLongAsItIsTold() {
        try (ContractEnvironment world = newWorld()) {
            world.throttles(Batches.REFERENCE, Duration.ofSeconds(57));
            AsyncQuery.answer(world, Batches.REFERENCE);
            List<Instant> questions = world.questionsAbout(Batches.REFERENCE);
            assertThat(questions).as("the questions that reached the service").isNotEmpty();
            for (int next = 1; next < questions.size(); next++) {
                assertThat(questions.get(next))
                        .as("question %d, which has to come 57 seconds after the one before", next + 1)
                        .isAfterOrEqualTo(questions.get(next - 1).plusSeconds(57));
            }
        }
    }

    private List<Instant> questionsWhen(ServiceBehavior situation) {
        try (ContractEnvironment world = newWorld()) {
            situation.answerIn(world);
            return world.questionsAbout(Batches.REFERENCE);
        }
    }
}
