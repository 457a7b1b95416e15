package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.auth.TokenException;
import io.github.devicebatch.http.auth.TokenSupplier;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.context.SendGuard;
import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.event.QueryEvent.AttemptEnded;
import io.github.devicebatch.http.event.QueryEvent.PauseStarted;
import io.github.devicebatch.http.event.QueryEvent.PauseStarted.Reason;
import io.github.devicebatch.http.event.QueryListener;
import io.github.devicebatch.http.resilience.Backoff;
import io.github.devicebatch.http.resilience.CircuitBreakingQuery;
import io.github.devicebatch.http.resilience.ClockedCircuitBreaker;
import io.github.devicebatch.http.resilience.LimitedSending;
import io.github.devicebatch.http.resilience.RateLimiter;
import io.github.devicebatch.http.resilience.RateLimitingQuery;
import io.github.devicebatch.http.resilience.RetryBudget;
import io.github.devicebatch.http.resilience.RetryingQuery;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;

/**
 * Assembly of the decorators around one attempt, outermost first: retry, circuit breaker, rate limit. It translates the
 * settings of the API (ADR 0011).
 *
 * @param random returns a random number from 0 to its argument, both included
 */
record QueryStack(
        RetrySettings retries,
        CircuitBreakerSettings circuitBreaker,
        RateLimitSettings rateLimit,
        QueryListener listener,
        LongUnaryOperator random,
        InstantSource time,
        Pause pause) {

    /** Returns the decorators around the attempt that {@code attempt} creates with the guard of its requests. */
    BatchStatusQuery decorate(Function<SendGuard, BatchStatusQuery> attempt, QueryContext.Factory contexts) {
        RateLimiter limiter = limiter();
        RetryBudget budget = budget();
        Pause permitPause = reported(limiter);
        var guard = new LimitedSending(limiter, budget, time, permitPause);
        var limited = new RateLimitingQuery(attempt.apply(guard), limiter, time, permitPause);
        return retrying(new CircuitBreakingQuery(limited, breaker(), listener), contexts, budget);
    }

    RetryingQuery retrying(BatchStatusQuery inner, QueryContext.Factory contexts, RetryBudget budget) {
        return new RetryingQuery(inner, retries.maxAttempts(), backoff(), budget, contexts, pause, this::attempted);
    }

    private void attempted(BatchReference batch, int attempt, BatchStatusAnswer answer, Optional<Duration> untilNext) {
        listener.on(new AttemptEnded(batch, attempt, answer, untilNext));
        untilNext.ifPresent(delay -> listener.on(new PauseStarted(reason(answer), delay)));
    }

    private static Reason reason(BatchStatusAnswer answer) {
        return answer instanceof Unavailable unavailable
                        && unavailable.retryAfter().filter(Duration::isPositive).isPresent()
                ? Reason.RETRY_AFTER
                : Reason.BACKOFF;
    }

    /** Returns the pause with which queries wait for a permit; it reports each wait before it begins. */
    private Pause reported(RateLimiter limiter) {
        return wait -> {
            boolean throttled = limiter.blockedFor().isPositive();
            listener.on(new PauseStarted(throttled ? Reason.THROTTLED : Reason.RATE_LIMIT, wait));
            pause.pause(wait);
        };
    }

    RetryBudget budget() {
        return new RetryBudget(retries.budgetRatio(), retries.budgetReserve(), listener);
    }

    Backoff backoff() {
        return new Backoff(
                retries.initialInterval(), retries.throttledInitialInterval(), retries.maxInterval(), random);
    }

    ClockedCircuitBreaker breaker() {
        return new ClockedCircuitBreaker(
                CircuitBreakerConfig.custom()
                        .slidingWindow(
                                circuitBreaker.slidingWindowSize(),
                                circuitBreaker.minimumNumberOfCalls(),
                                CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(circuitBreaker.failureRateThreshold())
                        .permittedNumberOfCallsInHalfOpenState(circuitBreaker.permittedNumberOfCallsInHalfOpenState())
                        .build(),
                circuitBreaker.waitDurationInOpenState(),
                circuitBreaker.maxWaitDurationInHalfOpenState(),
                time);
    }

    RateLimiter limiter() {
        return new RateLimiter(rateLimit.interval(), rateLimit.burst(), time);
    }

    /** Returns the supplier of the tokens of {@code source}, which reports new, missing and rejected tokens. */
    TokenSupplier reportingSupplier(AccessTokenSource source) {
        return listener == QueryListener.NONE
                ? supplier(source)
                : new ReportingTokenSupplier(supplier(source), listener, time);
    }

    /** Adapts the source of the API to the supplier of the inside. */
    static TokenSupplier supplier(AccessTokenSource source) {
        return new TokenSupplier() {
            @Override
            public Secret get() throws InterruptedException {
                try {
                    return requireNonNull(source.token(), "the access token source returned null")
                            .secret();
                } catch (AccessTokenException none) {
                    throw new TokenException(none.failure());
                }
            }

            @Override
            public void rejected(Secret token) throws InterruptedException {
                try {
                    source.rejected(new AccessToken(token));
                } catch (AccessTokenException none) {
                    throw new TokenException(none.failure());
                }
            }
        };
    }
}
