package io.github.devicebatch.http.resilience;

import io.github.devicebatch.application.Party;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Rate limiter that reserves a permit for each attempt, by the generic cell rate algorithm: a number at once, then one per
 * interval. While the service throttles, all permits are blocked (ADR 0014). Thread-safe.
 */
public final class RateLimiter {

    private final Duration interval;
    private final InstantSource time;
    private final Duration tolerance;
    private final ReentrantLock lock = new ReentrantLock();
    private final TreeSet<Instant> cancelled = new TreeSet<>();
    private Instant theoreticalArrival = Instant.EPOCH;
    private volatile Instant blockedUntil = Instant.EPOCH;
    private volatile Party blocker = Party.PARTNER_CENTER;

    /**
     * Creates a limiter with all permits available.
     *
     * @param interval the time in which one permit is earned; zero for no limit
     * @param burst the most permits at once; at least 1
     */
    public RateLimiter(Duration interval, int burst, InstantSource time) {
        this.interval = interval;
        this.time = time;
        this.tolerance = interval.multipliedBy(burst - 1L);
    }

    /** Returns how long all permits are still blocked; zero if they are not. */
    public Duration blockedFor() {
        Instant until = blockedUntil;
        return until.equals(Instant.EPOCH) ? Duration.ZERO : timeUntil(until);
    }

    /** Reserves the next permit. Returns the time from which on it is valid. */
    Instant reserve() {
        if (interval.isZero()) {
            return Instant.MIN;
        }
        lock.lock();
        try {
            Instant now = time.instant();
            return cancelled.isEmpty() ? earn(now) : earliest(now);
        } finally {
            lock.unlock();
        }
    }

    /** Returns the earliest cancelled permit. Those that have passed unused are lost. */
    private Instant earliest(Instant now) {
        cancelled.headSet(now).clear();
        return cancelled.isEmpty() ? earn(now) : cancelled.removeFirst();
    }

    private Instant earn(Instant now) {
        Instant arrival = latest(theoreticalArrival, now);
        theoreticalArrival = arrival.plus(interval);
        return arrival.minus(tolerance);
    }

    /** Cancels a reservation. The permit keeps its time, because others are reserved before and after it. */
    void cancel(Instant permit) {
        lock.lock();
        try {
            if (!permit.isBefore(blockedUntil)) {
                cancelled.add(permit);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns the party that blocks all permits, or did so last. */
    Party blocker() {
        return blocker;
    }

    /** Blocks all permits for {@code duration}, in which none is earned. A block that ends later stays in force. */
    void blockFor(Duration duration, Party party) {
        lock.lock();
        try {
            Instant until = time.instant().plus(duration);
            if (until.isAfter(blockedUntil)) {
                blocker = party;
                blockedUntil = until;
                cancelled.headSet(until).clear();
                theoreticalArrival = latest(theoreticalArrival, until.plus(tolerance));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns how long it is until {@code permit} is valid; zero if it is. */
    Duration timeUntil(Instant permit) {
        Instant now = time.instant();
        return permit.isAfter(now) ? Duration.between(now, permit) : Duration.ZERO;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
