package io.github.devicebatch.http;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.http.auth.TokenSupplier;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.event.QueryListener;
import io.github.devicebatch.http.resilience.Backoff;
import io.github.devicebatch.http.resilience.ClockedCircuitBreaker;
import io.github.devicebatch.http.resilience.RateLimiter;
import io.github.devicebatch.http.resilience.RetryingQuery;
import java.time.InstantSource;
import java.util.function.LongUnaryOperator;

/** Creates decorators from settings as the builder does, for tests in other packages. */
public final class Decorators {

    private static final QueryStack DEFAULTS = new QueryStack(
            RetrySettings.DEFAULT,
            CircuitBreakerSettings.DEFAULT,
            RateLimitSettings.DEFAULT,
            QueryListener.NONE,
            bound -> bound,
            InstantSource.system(),
            Thread::sleep);

    private Decorators() {}

    public static RetryingQuery retrying(
            BatchStatusQuery inner,
            RetrySettings settings,
            LongUnaryOperator random,
            QueryContext.Factory contexts,
            Pause pause,
            AttemptListener listener) {
        var stack = new QueryStack(
                settings, DEFAULTS.circuitBreaker(), DEFAULTS.rateLimit(), listener, random, contexts.time(), pause);
        return stack.retrying(inner, contexts, stack.budget());
    }

    public static Backoff backoff(RetrySettings settings, LongUnaryOperator random) {
        return new QueryStack(
                        settings,
                        DEFAULTS.circuitBreaker(),
                        DEFAULTS.rateLimit(),
                        DEFAULTS.listener(),
                        random,
                        DEFAULTS.time(),
                        DEFAULTS.pause())
                .backoff();
    }

    public static ClockedCircuitBreaker breaker(CircuitBreakerSettings settings, InstantSource time) {
        return new QueryStack(
                        DEFAULTS.retries(),
                        settings,
                        DEFAULTS.rateLimit(),
                        DEFAULTS.listener(),
                        DEFAULTS.random(),
                        time,
                        DEFAULTS.pause())
                .breaker();
    }

    public static RateLimiter limiter(RateLimitSettings settings, InstantSource time) {
        return new QueryStack(
                        DEFAULTS.retries(),
                        DEFAULTS.circuitBreaker(),
                        settings,
                        DEFAULTS.listener(),
                        DEFAULTS.random(),
                        time,
                        DEFAULTS.pause())
                .limiter();
    }

    public static TokenSupplier supplier(AccessTokenSource source) {
        return QueryStack.supplier(source);
    }

    /** Returns a builder whose delays are the longest possible. */
    public static PartnerCenterBuilder withLongestDelays(PartnerCenterBuilder builder) {
        return builder.random(bound -> bound);
    }
}
