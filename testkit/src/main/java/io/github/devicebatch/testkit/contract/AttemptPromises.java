package io.github.devicebatch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The promises about the number of requests and the time between them. */
interface AttemptPromises extends ContractPart {

    /** A rejected token may be replaced once. */
    @Test
    @DisplayName("BSQ-21 The query sends one request where a retry would not change the answer")
    default void sendsOneRequestWhereARetryIsUseless() {
        EnumSet.of(
                        ServiceBehavior.UNKNOWN_BATCH,
                        ServiceBehavior.DESCRIBED,
                        ServiceBehavior.FORBIDDEN,
                        ServiceBehavior.REJECTED,
                        ServiceBehavior.UNREADABLE,
                        ServiceBehavior.ANOTHER_BATCH)
                .forEach(behavior -> assertThat(requestTimes(behavior))
                        .as("requests when %s", behavior)
                        .hasSize(1));
        assertThat(requestTimes(ServiceBehavior.UNAUTHENTICATED))
                .as("requests when %s", ServiceBehavior.UNAUTHENTICATED)
                .hasSizeBetween(1, 2);
    }

    /** A query without retries passes: BSQ-13 checks that it returns the time. */
    @Test
    @DisplayName("BSQ-22 The query retries no sooner than the service's Retry-After")
    default void retriesNoSoonerThanRetryAfter() {
        try (ContractEnvironment environment = newEnvironment()) {
            environment.throttle(Batches.REFERENCE, Duration.ofSeconds(57));
            AsyncQuery.answer(environment, Batches.REFERENCE);
            List<Instant> requests = environment.requestTimes(Batches.REFERENCE);
            assertThat(requests).as("the requests").isNotEmpty();
            for (int next = 1; next < requests.size(); next++) {
                assertThat(requests.get(next))
                        .as("request %d, at least 57 seconds after the one before", next + 1)
                        .isAfterOrEqualTo(requests.get(next - 1).plusSeconds(57));
            }
        }
    }

    private List<Instant> requestTimes(ServiceBehavior behavior) {
        try (ContractEnvironment environment = newEnvironment()) {
            behavior.answerIn(environment);
            return environment.requestTimes(Batches.REFERENCE);
        }
    }
}
