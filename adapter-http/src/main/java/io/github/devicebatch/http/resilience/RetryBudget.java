package io.github.devicebatch.http.resilience;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds the retries of all questions together: each question adds a part of a retry, up to a reserve, and each retry takes
 * one. So N questions cost at most N plus the ratio of N plus the reserve, however badly the service is doing.
 *
 * <p>Thread-safe.
 */
final class RetryBudget {

    private static final long RETRY = 1_000_000;

    private final long gain;
    private final long reserve;
    private final AtomicLong left;

    RetryBudget(double ratio, int reserve) {
        this.gain = Math.round(ratio * RETRY);
        this.reserve = reserve * RETRY;
        this.left = new AtomicLong(this.reserve);
    }

    void question() {
        if (left.get() < reserve) {
            left.updateAndGet(now -> Math.min(reserve, now + gain));
        }
    }

    /** Takes a retry; false if there is none left. */
    boolean take() {
        return left.getAndUpdate(now -> now >= RETRY ? now - RETRY : now) >= RETRY;
    }
}
