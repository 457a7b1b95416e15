package io.github.devicebatch.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.http.CircuitBreakerSettings;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.RateLimitSettings;
import io.github.devicebatch.http.event.QueryListener;
import io.github.devicebatch.http.support.RetryingQueryFixture;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.ManualTime;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The text of each decorator: its name and the query that it decorates. */
class DecoratorTextTest {

    private static final BatchStatusQuery INNER = batch -> Answers.notFound();

    @ParameterizedTest
    @MethodSource("decorators")
    void hasTheTextOfTheDecoratedQuery(BatchStatusQuery decorator, String text) {
        assertThat(decorator).hasToString(text);
    }

    static Stream<Arguments> decorators() {
        ManualTime time = ManualTime.start();
        return Stream.of(
                Arguments.of(new RetryingQueryFixture().retrying(INNER), "RetryingQuery[" + INNER + "]"),
                Arguments.of(
                        new CircuitBreakingQuery(
                                INNER, Decorators.breaker(CircuitBreakerSettings.DEFAULT, time), QueryListener.NONE),
                        "CircuitBreakingQuery[" + INNER + "]"),
                Arguments.of(
                        new RateLimitingQuery(INNER, Decorators.limiter(RateLimitSettings.DEFAULT, time), time, time),
                        "RateLimitingQuery[" + INNER + "]"));
    }
}
