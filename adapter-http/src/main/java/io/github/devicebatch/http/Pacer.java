package io.github.devicebatch.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Gives every attempt its turn: so many in a time, so many at once, and none before the time that the service named when it
 * throttled. Thread-safe.
 */
final class Pacer {

    private final Duration interval;
    private final Duration burst;
    private final InstantSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private Instant allEarned = Instant.EPOCH;
    private volatile Instant throttledUntil = Instant.EPOCH;

    Pacer(RateLimitSettings settings, InstantSource time) {
        this.interval = settings.interval();
        this.burst = interval.multipliedBy(settings.burst() - 1L);
        this.time = time;
    }

    /** How long the service still wants to be left alone; zero if it does not. */
    Duration throttledFor() {
        Instant until = throttledUntil;
        return until.equals(Instant.EPOCH) ? Duration.ZERO : left(time.instant(), until);
    }

    /** Takes the next turn, and tells how long it is until then. */
    Duration take() {
        if (interval.isZero()) {
            return Duration.ZERO;
        }
        lock.lock();
        try {
            Instant now = time.instant();
            Instant earned = allEarned.isBefore(now) ? now : allEarned;
            allEarned = earned.plus(interval);
            return left(now, earned.minus(burst));
        } finally {
            lock.unlock();
        }
    }

    /** Gives back a turn that was not used. */
    void giveBack() {
        lock.lock();
        try {
            allEarned = allEarned.minus(interval);
        } finally {
            lock.unlock();
        }
    }

    /** The service throttles: nobody's turn comes before {@code told} has passed, and nothing is saved up meanwhile. */
    void throttle(Duration told) {
        lock.lock();
        try {
            Instant until = time.instant().plus(told);
            if (until.isAfter(throttledUntil)) {
                throttledUntil = until;
                Instant burstSpent = until.plus(burst);
                allEarned = burstSpent.isAfter(allEarned) ? burstSpent : allEarned;
            }
        } finally {
            lock.unlock();
        }
    }

    private static Duration left(Instant now, Instant then) {
        Duration left = Duration.between(now, then);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
