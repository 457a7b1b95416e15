package io.github.devicebatch.http.resilience;

import io.github.devicebatch.http.CircuitBreakerSettings;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Resilience4j's circuit breaker on our clock, made safe against probes that never end.
 *
 * <p>Resilience4j bounds the half-open state with a timer thread on the system's clock. Here whoever is kept out looks at
 * the time instead: once the last probe is older than it may be, the next ones begin anew. Thread-safe.
 */
public final class ClockedCircuitBreaker {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final CircuitBreaker breaker;
    private final CircuitBreakerSettings settings;
    private final InstantSource time;
    private volatile Instant reopening = Instant.MIN;
    private int round;

    public ClockedCircuitBreaker(CircuitBreakerSettings settings, InstantSource time) {
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
                        .waitDurationInOpenState(justBefore(settings.waitDurationInOpenState()))
                        .permittedNumberOfCallsInHalfOpenState(settings.permittedNumberOfCallsInHalfOpenState())
                        .clock(time.withZone(ZoneOffset.UTC))
                        .build());
    }

    /** The breaker wants to be past its time, not at it, and takes no less than a millisecond. */
    private static Duration justBefore(Duration open) {
        return open.compareTo(SHORTEST.plusMillis(1)) < 0 ? SHORTEST : open.minusMillis(1);
    }

    /** Asks to go on; whoever may must say later how it ended, or {@link #leave}. */
    Optional<Pass> enter() {
        return breaker.getState() == CircuitBreaker.State.CLOSED && breaker.tryAcquirePermission()
                ? Pass.FREE
                : enterAsProbe();
    }

    /** One after the other, so that nobody takes the round before for the one that has just begun. */
    private synchronized Optional<Pass> enterAsProbe() {
        boolean halfOpenAlready = breaker.getState() == CircuitBreaker.State.HALF_OPEN;
        if (breaker.tryAcquirePermission()) {
            return halfOpenAlready ? passed(round) : passed(round + 1);
        }
        if (!halfOpenAlready || time.instant().isBefore(reopening)) {
            return Optional.empty();
        }
        breaker.transitionToHalfOpenState();
        return breaker.tryAcquirePermission() ? passed(round + 1) : Optional.empty();
    }

    private Optional<Pass> passed(int inRound) {
        if (breaker.getState() != CircuitBreaker.State.HALF_OPEN) {
            return Pass.FREE;
        }
        round = inRound;
        reopening = time.instant().plus(settings.maxWaitDurationInHalfOpenState());
        return Optional.of(new Pass(inRound));
    }

    /** Says neither success nor failure. A place among the probes is free again, if {@code pass} was for one of these. */
    void leave(Pass pass) {
        if (!pass.equals(Pass.FREE.get())) {
            leaveProbe(pass);
        }
    }

    private synchronized void leaveProbe(Pass pass) {
        if (pass.round() == round) {
            breaker.releasePermission();
        }
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

    /**
     * Lets one attempt through.
     *
     * @param round which round of probes it is one of; 0 if the circuit was closed
     */
    record Pass(int round) {

        private static final Optional<Pass> FREE = Optional.of(new Pass(0));
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
