package io.github.devicebatch.http.resilience;

import static io.github.devicebatch.http.support.CircuitBreakerFixture.FAILURE;
import static io.github.devicebatch.http.support.CircuitBreakerFixture.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.http.CircuitBreakerSettings;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.support.EventText;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The changes of its state that a circuit breaker reports, and when. */
class CircuitBreakerEventTest {

    private static final Duration OPEN = Duration.ofSeconds(30);

    private final ManualTime time = ManualTime.start();
    private final List<String> events = new ArrayList<>();
    private BatchStatusAnswer next = SUCCESS;
    private final CircuitBreakingQuery query = new CircuitBreakingQuery(
            batch -> {
                events.add("sent");
                return next;
            },
            Decorators.breaker(new CircuitBreakerSettings(1, 1, 100, OPEN, 1, Duration.ofSeconds(10)), time),
            event -> events.add(EventText.of(event)));

    @Test
    void eachChangeIsReportedOnceAndBeforeTheNextRequest() throws InterruptedException {
        ask(SUCCESS);
        ask(FAILURE);
        ask(FAILURE);
        time.advance(OPEN);
        ask(FAILURE);
        time.advance(OPEN);
        ask(SUCCESS);
        ask(SUCCESS);

        assertThat(events)
                .containsExactly(
                        "sent",
                        "sent",
                        "breaker CLOSED -> OPEN",
                        "breaker OPEN -> HALF_OPEN",
                        "sent",
                        "breaker HALF_OPEN -> OPEN",
                        "breaker OPEN -> HALF_OPEN",
                        "sent",
                        "breaker HALF_OPEN -> CLOSED",
                        "sent");
    }

    private void ask(BatchStatusAnswer answer) throws InterruptedException {
        next = answer;
        query.ask(Batches.REFERENCE);
    }
}
