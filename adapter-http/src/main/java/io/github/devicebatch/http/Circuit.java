package io.github.devicebatch.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/**
 * Resilience4j's circuit breaker on our clock, made safe against probes that never end.
 *
 * <p>Resilience4j bounds the half-open state with a timer thread on the system's clock. Here whoever is kept out looks at
 * the time instead: once the last probe is older than it may be, the next ones begin anew. Thread-safe.
 */
final class Circuit {

    private final CircuitBreaker breaker;
    private final CircuitBreakerSettings settings;
    private final InstantSource time;
    private volatile Instant reopening = Instant.MIN;

    Circuit(CircuitBreakerSettings settings, InstantSource time) {
        this.settings = settings;
        this.time = time;
        this.breaker = CircuitBreaker.of(
                "batchStatus",
                CircuitBreakerConfig.custom()
                        .slidingWindow(
                                settings.slidingWindowSize(),
                                settings.minimumNumberOfCalls(),
                                CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(settings.failureRateThreshold())
                        // The breaker wants to be past its time, not at it.
                        .waitDurationInOpenState(
                                settings.waitDurationInOpenState().minusMillis(1))
                        .permittedNumberOfCallsInHalfOpenState(settings.permittedNumberOfCallsInHalfOpenState())
                        .clock(time.withZone(ZoneOffset.UTC))
                        .build());
    }

    /** Asks to go on; whoever may must say later how it ended, or {@link #leave}. */
    boolean enter() {
        if (breaker.tryAcquirePermission()) {
            if (breaker.getState() == CircuitBreaker.State.HALF_OPEN) {
                reopening = time.instant().plus(settings.maxWaitDurationInHalfOpenState());
            }
            return true;
        }
        return breaker.getState() == CircuitBreaker.State.HALF_OPEN && probeAnew();
    }

    private synchronized boolean probeAnew() {
        if (breaker.getState() == CircuitBreaker.State.HALF_OPEN
                && !time.instant().isBefore(reopening)) {
            breaker.transitionToHalfOpenState();
        }
        return breaker.tryAcquirePermission();
    }

    /** Says neither success nor failure. */
    void leave() {
        breaker.releasePermission();
    }

    boolean succeeded() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        return true;
    }

    /** An answer that is no success still proves, to a probe, that the service is back. */
    boolean provedAlive() {
        return breaker.getState() == CircuitBreaker.State.HALF_OPEN && succeeded();
    }

    boolean failed() {
        boolean wasOpen = breaker.getState() == CircuitBreaker.State.OPEN;
        breaker.onError(0, TimeUnit.NANOSECONDS, ServiceFailed.INSTANCE);
        if (!wasOpen && breaker.getState() == CircuitBreaker.State.OPEN) {
            reopening = time.instant().plus(settings.waitDurationInOpenState());
        }
        return true;
    }

    /** How long until the next attempt may be let through. */
    Duration opensIn() {
        Duration left = Duration.between(time.instant(), reopening);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** What the breaker is told of a failure: it wants an exception, and the answer has the story. */
    private static final class ServiceFailed extends RuntimeException {

        private static final long serialVersionUID = 1;
        private static final ServiceFailed INSTANCE = new ServiceFailed();

        private ServiceFailed() {
            super("the service failed", null, false, false);
        }
    }
}
