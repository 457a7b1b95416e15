package io.github.devicebatch.http.resilience;

import io.github.devicebatch.http.RateLimitSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Gives every attempt its turn: so many in a time, so many at once, and none before the time that the service named when it
 * throttled. Thread-safe.
 */
public final class RateLimiter {

    private final RateLimitSettings settings;
    private final InstantSource time;
    private final Duration saved;
    private final ReentrantLock lock = new ReentrantLock();
    private final TreeSet<Instant> free = new TreeSet<>();
    private Instant allEarned = Instant.EPOCH;
    private volatile Instant throttledUntil = Instant.EPOCH;

    public RateLimiter(RateLimitSettings settings, InstantSource time) {
        this.settings = settings;
        this.time = time;
        this.saved = settings.interval().multipliedBy(settings.burst() - 1L);
    }

    /** How long the service still wants to be left alone; zero if it does not. */
    Duration throttledFor() {
        Instant until = throttledUntil;
        return until.equals(Instant.EPOCH) ? Duration.ZERO : until(until);
    }

    /** Takes the next turn, and tells from when on it may be used. */
    Instant take() {
        if (settings.interval().isZero()) {
            return Instant.MIN;
        }
        lock.lock();
        try {
            Instant now = time.instant();
            return free.isEmpty() ? earn(now) : earliest(now);
        } finally {
            lock.unlock();
        }
    }

    /** Turns that came back and that nobody took in time are lost. */
    private Instant earliest(Instant now) {
        free.headSet(now).clear();
        return free.isEmpty() ? earn(now) : free.removeFirst();
    }

    private Instant earn(Instant now) {
        Instant earned = allEarned.isBefore(now) ? now : allEarned;
        allEarned = earned.plus(settings.interval());
        return earned.minus(saved);
    }

    /** Gives back a turn that was not used. It stays where it is: others wait for those around it. */
    void giveBack(Instant turn) {
        lock.lock();
        try {
            if (!turn.isBefore(throttledUntil)) {
                free.add(turn);
            }
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
                free.headSet(until).clear();
                Instant burstSpent = until.plus(saved);
                allEarned = burstSpent.isAfter(allEarned) ? burstSpent : allEarned;
            }
        } finally {
            lock.unlock();
        }
    }

    /** How long until a turn may be used; zero if it may be now. */
    Duration until(Instant then) {
        Instant now = time.instant();
        return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
    }
}
