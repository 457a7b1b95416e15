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

/** The promises about answers without a description. */
interface AnswerPromises extends ContractPart {

    @Test
    @DisplayName("BSQ-11 The query returns NotFound for an unknown tracking id, whether or not the customer is known")
    default void returnsNotFoundForAnUnknownBatch() {
        try (ContractEnvironment environment = newEnvironment()) {
            assertThat(AsyncQuery.answer(environment, Batches.numbered(1))).isInstanceOf(NotFound.class);
            environment.describe(Batches.REFERENCE, Batches.finished());
            assertThat(AsyncQuery.answer(environment, Batches.anotherBatch())).isInstanceOf(NotFound.class);
        }
    }

    @Test
    @DisplayName("BSQ-12 The query returns Refused with the reason of the refusal")
    default void returnsTheReasonOfARefusal() {
        for (RefusalReason reason : RefusalReason.values()) {
            try (ContractEnvironment environment = newEnvironment()) {
                environment.refuse(Batches.REFERENCE, reason);
                assertThat(AsyncQuery.answer(environment, Batches.REFERENCE))
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.reason()).isEqualTo(reason));
            }
        }
    }

    @Test
    @DisplayName("BSQ-13 The query returns Unavailable with the service's Retry-After when it is throttled")
    default void returnsRetryAfterWhenThrottled() {
        try (ContractEnvironment environment = newEnvironment()) {
            environment.throttle(Batches.REFERENCE, Duration.ofSeconds(57));
            assertThat(AsyncQuery.answer(environment, Batches.REFERENCE))
                    .isInstanceOfSatisfying(Unavailable.class, unavailable -> {
                        assertThat(unavailable.cause()).isEqualTo(UnavailabilityCause.THROTTLED);
                        assertThat(unavailable.retryAfter()).contains(Duration.ofSeconds(57));
                    });
        }
    }

    @Test
    @DisplayName("BSQ-14 The query returns Unavailable for a server error")
    default void returnsUnavailableForAServerError() {
        try (ContractEnvironment environment = newEnvironment()) {
            environment.fail(Batches.REFERENCE);
            assertThat(AsyncQuery.answer(environment, Batches.REFERENCE))
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            unavailable -> assertThat(unavailable.cause()).isEqualTo(UnavailabilityCause.FAILING));
        }
    }

    /** The first request succeeds, so that the query may hold an open connection. */
    @Test
    @DisplayName("BSQ-15 The query returns Unavailable after the service has shut down")
    default void returnsUnavailableAfterAShutdown() {
        try (ContractEnvironment environment = newEnvironment()) {
            environment.describe(Batches.REFERENCE, Batches.finished());
            AsyncQuery.description(environment, Batches.REFERENCE);
            environment.shutDown();
            assertThat(AsyncQuery.answer(environment, Batches.REFERENCE)).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    @DisplayName("BSQ-16 The query returns Unreadable for a response that is not a description")
    default void returnsUnreadableForAnUnreadableResponse() {
        try (ContractEnvironment environment = newEnvironment()) {
            environment.respondUnreadably(Batches.REFERENCE);
            for (int call = 0; call < 5; call++) {
                assertThat(AsyncQuery.answer(environment, Batches.REFERENCE)).isInstanceOf(Unreadable.class);
            }
        }
    }

    @Test
    @DisplayName("BSQ-17 The query returns Unavailable for a truncated response")
    default void returnsUnavailableForATruncatedResponse() {
        try (ContractEnvironment environment = newEnvironment()) {
            environment.truncate(Batches.REFERENCE);
            assertThat(AsyncQuery.answer(environment, Batches.REFERENCE)).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    @DisplayName("BSQ-18 The query returns Unreadable for the description of another batch")
    default void returnsUnreadableForAnotherBatch() {
        try (ContractEnvironment environment = newEnvironment()) {
            environment.describeAnotherBatch(Batches.REFERENCE);
            assertThat(AsyncQuery.answer(environment, Batches.REFERENCE)).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    @DisplayName("BSQ-19 The query returns Unavailable for a response that begins and never ends")
    default void returnsUnavailableForAStalledResponse() {
        try (ContractEnvironment environment = newEnvironment()) {
            environment.stall(Batches.REFERENCE);
            assertThat(AsyncQuery.answer(environment, Batches.REFERENCE)).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    @DisplayName(
            "BSQ-20 The query always returns an answer: it returns no null and throws no exception, whatever the service does")
    default void alwaysReturnsAnAnswer() {
        for (ServiceBehavior behavior : ServiceBehavior.values()) {
            try (ContractEnvironment environment = newEnvironment()) {
                assertThat(behavior.answerIn(environment)).isNotNull();
            }
        }
    }
}
