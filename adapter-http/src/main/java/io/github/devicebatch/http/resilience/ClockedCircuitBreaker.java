package io.github.devicebatch.http.resilience;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.http.event.QueryEvent.CircuitBreakerChanged;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Resilience4j's circuit breaker on a given clock, safe against probes that never end. Thread-safe.
 *
 * <p>Resilience4j limits the half-open state by a timer thread on the system clock. Here each rejected attempt compares the
 * time instead: once the last probe is older than allowed, a new round of probes begins.
 */
public final class ClockedCircuitBreaker {

    private final CircuitBreaker breaker;
    private final Duration waitInOpenState;
    private final Duration maxWaitInHalfOpenState;
    private final InstantSource time;
    private final AtomicReference<CircuitBreaker.State> reported = new AtomicReference<>(CircuitBreaker.State.CLOSED);
    private volatile Instant nextProbe = Instant.MIN;
    private int round;

    /**
     * Creates a closed breaker.
     *
     * @param config window, threshold and number of probes; its clock and its waits are ignored
     * @param waitInOpenState how long the breaker stays open
     * @param maxWaitInHalfOpenState how long after the last probe others begin if it never ends
     */
    public ClockedCircuitBreaker(
            CircuitBreakerConfig config,
            Duration waitInOpenState,
            Duration maxWaitInHalfOpenState,
            InstantSource time) {
        this.waitInOpenState = waitInOpenState;
        this.maxWaitInHalfOpenState = maxWaitInHalfOpenState;
        this.time = time;
        this.breaker = CircuitBreaker.of(
                "batchStatus",
                CircuitBreakerConfig.from(config)
                        .waitDurationInOpenState(justBefore(waitInOpenState))
                        .clock(time.withZone(ZoneOffset.UTC))
                        .build());
    }

    /** Resilience4j half-opens after the wait, not at its end, and accepts no wait below a millisecond. */
    private static Duration justBefore(Duration wait) {
        return Duration.ofMillis(Math.max(1, wait.toMillis() - 1));
    }

    /** Returns a permit for one attempt, or empty if the breaker is open. Its result is recorded, or it is released. */
    Optional<Permit> tryAcquire() {
        return breaker.getState() == CircuitBreaker.State.CLOSED ? Permit.CLOSED : tryAcquireProbe();
    }

    /** Synchronized, so that no thread confuses the previous round of probes with the one that has just begun. */
    private synchronized Optional<Permit> tryAcquireProbe() {
        boolean halfOpenAlready = breaker.getState() == CircuitBreaker.State.HALF_OPEN;
        if (breaker.tryAcquirePermission()) {
            return halfOpenAlready ? acquired(round) : acquired(round + 1);
        }
        if (!halfOpenAlready || time.instant().isBefore(nextProbe)) {
            return Optional.empty();
        }
        breaker.transitionToHalfOpenState();
        return breaker.tryAcquirePermission() ? acquired(round + 1) : Optional.empty();
    }

    private Optional<Permit> acquired(int inRound) {
        if (breaker.getState() != CircuitBreaker.State.HALF_OPEN) {
            return Permit.CLOSED;
        }
        round = inRound;
        nextProbe = time.instant().plus(maxWaitInHalfOpenState);
        return Optional.of(new Permit(inRound));
    }

    /** Releases a permit without a result. A probe of the current round makes room for another. */
    void release(Permit permit) {
        if (!permit.equals(Permit.CLOSED.get())) {
            releaseProbe(permit);
        }
    }

    private synchronized void releaseProbe(Permit permit) {
        if (permit.round() == round) {
            breaker.releasePermission();
        }
    }

    /** Records a success. Returns true: it is recorded. */
    boolean onSuccess() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        return true;
    }

    /** Records a success of a probe: an answer other than success proves, too, that the service is back. Returns true. */
    boolean onReachable() {
        if (breaker.getState() == CircuitBreaker.State.HALF_OPEN) {
            onSuccess();
        }
        return true;
    }

    /** Records a failure. Returns true: it is recorded. */
    boolean onFailure() {
        boolean wasOpen = breaker.getState() == CircuitBreaker.State.OPEN;
        breaker.onError(0, TimeUnit.NANOSECONDS, ServiceFailure.INSTANCE);
        if (!wasOpen && breaker.getState() == CircuitBreaker.State.OPEN) {
            nextProbe = time.instant().plus(waitInOpenState);
        }
        return true;
    }

    /** Returns how the state has changed since the last call; empty if it has not, or if another thread was told. */
    Optional<CircuitBreakerChanged> change() {
        CircuitBreaker.State before = requireNonNull(reported.get());
        CircuitBreaker.State now = breaker.getState();
        return before != now && reported.compareAndSet(before, now)
                ? Optional.of(new CircuitBreakerChanged(state(before), state(now)))
                : Optional.empty();
    }

    /** Resilience4j's other states are never set here. */
    private static CircuitBreakerChanged.State state(CircuitBreaker.State state) {
        if (state == CircuitBreaker.State.OPEN) {
            return CircuitBreakerChanged.State.OPEN;
        }
        return state == CircuitBreaker.State.HALF_OPEN
                ? CircuitBreakerChanged.State.HALF_OPEN
                : CircuitBreakerChanged.State.CLOSED;
    }

    /** Returns how long it is until the next attempt may be permitted; zero if it may be now. */
    Duration timeUntilProbe() {
        Duration left = Duration.between(time.instant(), nextProbe);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Permission for one attempt.
     *
     * @param round the round of probes that it belongs to; 0 if the breaker was closed
     */
    record Permit(int round) {

        private static final Optional<Permit> CLOSED = Optional.of(new Permit(0));
    }

    /** Exception that Resilience4j requires of a failure. The cause is in the answer. */
    private static final class ServiceFailure extends RuntimeException {

        private static final long serialVersionUID = 1;
        private static final ServiceFailure INSTANCE = new ServiceFailure();

        private ServiceFailure() {
            super("the service failed", null, false, false);
        }
    }
}
