package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.event.QueryEvent;
import io.github.devicebatch.http.event.QueryEvent.RequestEnded;
import io.github.devicebatch.http.event.QueryEvent.TokenRefreshed;
import io.github.devicebatch.http.event.QueryListener;
import io.github.devicebatch.http.support.EventText;
import io.github.devicebatch.http.support.NumberedTokenSource;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events of the whole stack, over a real socket and in virtual time. */
class QueryEventTest {

    private static final RetrySettings ONE_RETRY_LEFT = new RetrySettings(
            4, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(120), 0, 1);

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter fake = FakePartnerCenter.start(time);
    private final List<String> events = new ArrayList<>();
    private final PartnerCenterBuilder builder = PartnerCenter.at(fake.baseUrl())
            .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
            .time(time, time)
            .random(bound -> bound)
            .listener((QueryListener) event -> events.add(EventText.of(event)));

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void reportsAThrottledAttemptItsPauseAndTheRetry() throws InterruptedException {
        fake.script(Batches.REFERENCE)
                .then(Reply.throttled(Duration.ofSeconds(3)))
                .then(Reply.documentedExample());
        ask(builder);

        assertThat(events)
                .containsExactly(
                        "token refreshed",
                        "request 429",
                        "retry withdrawn, left 9.0",
                        "attempt 1 Unavailable, pause PT3.3S",
                        "pause RETRY_AFTER PT3.3S",
                        "request 200",
                        "attempt 2 Found");
    }

    @Test
    void reportsAComputedDelayAsBackoff() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.empty(503)).then(Reply.documentedExample());
        ask(builder);

        assertThat(events).contains("attempt 1 Unavailable, pause PT0.8S", "pause BACKOFF PT0.8S", "attempt 2 Found");
    }

    @Test
    void reportsEachChangeOfTheCircuitBreaker() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.empty(503));
        try (PartnerCenter partnerCenter = builder.retries(RetrySettings.NONE).build()) {
            askRepeatedly(partnerCenter, 11);
            time.advance(Duration.ofSeconds(30));
            askRepeatedly(partnerCenter, 3);
            fake.script(Batches.REFERENCE).then(Reply.documentedExample());
            time.advance(Duration.ofSeconds(30));
            askRepeatedly(partnerCenter, 3);
        }

        assertThat(events.stream().filter(event -> event.startsWith("breaker")))
                .containsExactly(
                        "breaker CLOSED -> OPEN",
                        "breaker OPEN -> HALF_OPEN",
                        "breaker HALF_OPEN -> OPEN",
                        "breaker OPEN -> HALF_OPEN",
                        "breaker HALF_OPEN -> CLOSED");
        assertThat(events.indexOf("breaker CLOSED -> OPEN")).isLessThan(events.lastIndexOf("attempt 1 Unavailable"));
    }

    @Test
    void reportsAWaitForAPermit() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
        try (PartnerCenter partnerCenter = builder.rateLimit(new RateLimitSettings(Duration.ofSeconds(5), 1))
                .build()) {
            askRepeatedly(partnerCenter, 2);
        }

        assertThat(events)
                .containsExactly(
                        "token refreshed",
                        "request 200",
                        "attempt 1 Found",
                        "pause RATE_LIMIT PT5S",
                        "request 200",
                        "attempt 1 Found");
    }

    @Test
    void reportsAWaitBecauseAnotherQueryWasThrottled() throws InterruptedException {
        fake.script(Batches.REFERENCE)
                .then(Reply.throttled(Duration.ofSeconds(3)))
                .then(Reply.documentedExample());
        try (PartnerCenter partnerCenter = builder.retries(RetrySettings.NONE).build()) {
            askRepeatedly(partnerCenter, 2);
        }

        assertThat(events).containsSubsequence("attempt 1 Unavailable", "pause THROTTLED PT3S", "attempt 1 Found");
    }

    @Test
    void reportsThatTheRetryBudgetIsUsedUp() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.empty(503));
        ask(builder.retries(ONE_RETRY_LEFT));

        assertThat(events)
                .containsExactly(
                        "token refreshed",
                        "request 503",
                        "retry withdrawn, left 0.0",
                        "attempt 1 Unavailable, pause PT1S",
                        "pause BACKOFF PT1S",
                        "request 503",
                        "retry budget exhausted",
                        "attempt 2 Unavailable");
    }

    @Test
    void reportsAConnectionThatEndsWithoutAResponse() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.close()).then(Reply.close());
        ask(builder.retries(RetrySettings.NONE));

        assertThat(events).containsExactly("token refreshed", "request UNREACHABLE", "attempt 1 Unavailable");
    }

    @Test
    void reportsServerAndPathTemplateWithoutIds() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
        List<RequestEnded> requests = new ArrayList<>();
        ask(builder.listener((QueryListener) event -> {
            if (event instanceof RequestEnded ended) {
                requests.add(ended);
            }
        }));

        assertThat(requests)
                .singleElement()
                .satisfies(ended -> assertThat(ended.method()).isEqualTo("GET"))
                .satisfies(ended -> assertThat(ended.server())
                        .isEqualTo(
                                URI.create("http://127.0.0.1:" + fake.baseUrl().getPort())))
                .satisfies(ended -> assertThat(ended.pathTemplate())
                        .isEqualTo("/v1/customers/{customerId}/batchJobStatus/{batchTrackingId}"));
    }

    @Nested
    class Tokens {

        @Test
        void reportsARejectedTokenAndItsReplacement() throws InterruptedException {
            fake.script(Batches.REFERENCE).then(Reply.empty(401)).then(Reply.documentedExample());
            try (PartnerCenter partnerCenter =
                    builder.tokens(new NumberedTokenSource()).build()) {
                askRepeatedly(partnerCenter, 2);
            }

            assertThat(events)
                    .containsExactly(
                            "token refreshed",
                            "request 401",
                            "token rejected",
                            "token refreshed",
                            "request 200",
                            "attempt 1 Found",
                            "request 200",
                            "attempt 1 Found");
        }

        @Test
        void reportsHowLongAQueryWaitedForAToken() throws InterruptedException {
            fake.script(Batches.REFERENCE).then(Reply.documentedExample());
            List<QueryEvent> all = new ArrayList<>();
            ask(builder.tokens(() -> {
                        time.advance(Duration.ofSeconds(2));
                        return AccessToken.of("made-up");
                    })
                    .listener((QueryListener) all::add));

            assertThat(all).contains(new TokenRefreshed(Duration.ofSeconds(2)));
        }

        @Test
        void reportsThatThereIsNone() throws InterruptedException {
            ask(builder.retries(RetrySettings.NONE).tokens(() -> {
                throw new AccessTokenUnavailableException(
                        UnavailabilityCause.UNREACHABLE, "the vault is sealed", Optional.empty());
            }));

            assertThat(events).containsExactly("token failed", "attempt 1 Unavailable");
        }

        @Test
        void doesNotReportThePreviousTokenAsNew() throws InterruptedException {
            fake.script(Batches.REFERENCE).then(Reply.documentedExample());
            List<String> inTurn = new ArrayList<>(List.of("one", "two", "one", "two"));
            try (PartnerCenter partnerCenter =
                    builder.tokens(() -> AccessToken.of(inTurn.removeFirst())).build()) {
                askRepeatedly(partnerCenter, 4);
            }

            assertThat(events.stream().filter("token refreshed"::equals)).hasSize(2);
        }
    }

    /** The events of a run with every kind of event but two, each of which the listener fails at once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "token refreshed",
                "request 503",
                "retry withdrawn, left 9.0",
                "breaker",
                "pause BACKOFF",
                "attempt"
            })
    void anExceptionOfTheListenerEndsTheQueryAndNothingElse(String failing) throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.empty(503));
        List<String> failures = new ArrayList<>(List.of(failing));
        try (PartnerCenter partnerCenter = builder.circuitBreaker(
                        new CircuitBreakerSettings(1, 1, 50, Duration.ofSeconds(30), 1, Duration.ofHours(1)))
                .listener((QueryListener) event -> {
                    if (!failures.isEmpty() && EventText.of(event).startsWith(failures.getFirst())) {
                        throw new IllegalStateException(failures.removeFirst());
                    }
                })
                .build()) {
            assertThat(catchThrowable(() -> askRepeatedly(partnerCenter, 3))).hasMessage(failing);

            fake.script(Batches.REFERENCE).then(Reply.documentedExample());
            time.advance(Duration.ofSeconds(31));
            assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE)).isInstanceOf(Found.class);
        }
    }

    @Test
    void aListenerFollowsAnother() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
        List<String> order = new ArrayList<>();
        QueryListener first = event -> order.add("first");
        ask(builder.listener(first.andThen(event -> order.add("second"))));

        assertThat(order.subList(0, 4)).containsExactly("first", "second", "first", "second");
    }

    private static BatchStatusAnswer ask(PartnerCenterBuilder builder) throws InterruptedException {
        try (PartnerCenter partnerCenter = builder.build()) {
            return partnerCenter.batchStatus().ask(Batches.REFERENCE);
        }
    }

    private static void askRepeatedly(PartnerCenter partnerCenter, int count) throws InterruptedException {
        for (int query = 0; query < count; query++) {
            partnerCenter.batchStatus().ask(Batches.REFERENCE);
        }
    }
}
