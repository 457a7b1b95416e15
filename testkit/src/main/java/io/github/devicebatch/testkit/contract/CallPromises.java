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

/** The promises to the caller: interruption, concurrency, traces and secrets. */
interface CallPromises extends ContractPart {

    @Test
    @DisplayName("BSQ-23 The query throws NullPointerException for null")
    @SuppressWarnings("NullAway") // null is what it is about
    default void throwsNullPointerExceptionForNull() {
        try (ContractEnvironment environment = newEnvironment()) {
            BatchStatusQuery query = environment.query();
            assertThatNullPointerException().isThrownBy(() -> query.ask(null));
        }
    }

    @Test
    @DisplayName("BSQ-24 The query throws InterruptedException if the thread is interrupted before the call")
    default void throwsInterruptedExceptionIfInterruptedBefore() {
        try (ContractEnvironment environment = newEnvironment()) {
            environment.describe(Batches.REFERENCE, Batches.finished());
            assertThat(AsyncQuery.startInterrupted(environment, Batches.REFERENCE)
                            .failure())
                    .isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    @DisplayName(
            "BSQ-25 The query throws InterruptedException promptly if the thread is interrupted while the service is silent")
    default void throwsInterruptedExceptionWhileTheServiceIsSilent() {
        try (ContractEnvironment environment = newEnvironment()) {
            assertThat(AsyncQuery.interruptWhileSilent(environment, Batches.REFERENCE)
                            .failure())
                    .isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    @DisplayName("BSQ-26 The query clears the interrupt status when it throws InterruptedException")
    default void clearsTheInterruptStatus() {
        try (ContractEnvironment environment = newEnvironment()) {
            assertThat(AsyncQuery.interruptWhileSilent(environment, Batches.REFERENCE)
                            .isInterruptedAfterwards())
                    .as("the interrupt status after the call")
                    .isFalse();
        }
    }

    @Test
    @DisplayName("BSQ-27 The query returns answers after an interrupted call")
    default void returnsAnswersAfterAnInterruptedCall() {
        try (ContractEnvironment environment = newEnvironment()) {
            AsyncQuery.interruptWhileSilent(environment, Batches.REFERENCE).awaitEnd();
            environment.describe(Batches.REFERENCE, Batches.finished());
            assertThat(AsyncQuery.description(environment, Batches.REFERENCE)).isEqualTo(Batches.finished());
        }
    }

    @Test
    @DisplayName("BSQ-28 The query returns to each of 32 concurrent threads the answer to its own call")
    default void returnsItsOwnAnswerToEachThread() {
        List<BatchReference> batches =
                IntStream.range(0, 32).mapToObj(Batches::numbered).toList();
        try (ContractEnvironment environment = newEnvironment()) {
            batches.forEach(batch -> environment.describe(batch, ownStatus(batch)));
            List<AsyncQuery> calls = batches.stream()
                    .map(batch -> AsyncQuery.start(environment, batch))
                    .toList();
            for (int number = 0; number < calls.size(); number++) {
                assertThat(calls.get(number).description()).isEqualTo(ownStatus(batches.get(number)));
            }
        }
    }

    @Test
    @DisplayName("BSQ-29 The query returns a trace with at least one attempt for every response of the service")
    default void returnsATraceWithAttempts() {
        for (ServiceBehavior behavior : EnumSet.complementOf(
                EnumSet.of(ServiceBehavior.NO_DEVICES, ServiceBehavior.TRUNCATED, ServiceBehavior.SHUT_DOWN))) {
            try (ContractEnvironment environment = newEnvironment()) {
                assertThat(behavior.answerIn(environment).trace().attempts())
                        .as("attempts when %s", behavior)
                        .isPositive();
            }
        }
    }

    @Test
    @DisplayName("BSQ-30 The query prints no full product key, neither in an answer nor in its own text")
    default void printsNoProductKey() {
        String secret = "12345-67890-09876-54321";
        try (ContractEnvironment environment = newEnvironment()) {
            environment.describe(Batches.REFERENCE, Batches.documentedExample());
            assertThat(AsyncQuery.answer(environment, Batches.REFERENCE).toString())
                    .doesNotContain(secret);
            assertThat(environment.query().toString()).doesNotContain(secret);
        }
    }

    @Test
    @DisplayName("BSQ-31 The query prints no access token, neither in an answer nor in its own text")
    default void printsNoToken() {
        for (ServiceBehavior behavior : ServiceBehavior.values()) {
            try (ContractEnvironment environment = newEnvironment()) {
                String token = environment.token().orElseGet(() -> abort("this environment has no access token"));
                assertThat(behavior.answerIn(environment).toString())
                        .as("the answer when %s", behavior)
                        .doesNotContain(token);
                assertThat(environment.query().toString()).as("the query").doesNotContain(token);
            }
        }
    }

    private static BatchStatus ownStatus(BatchReference batch) {
        return Batches.finished(batch.tracking(), Devices.registered("SN-" + batch));
    }
}
