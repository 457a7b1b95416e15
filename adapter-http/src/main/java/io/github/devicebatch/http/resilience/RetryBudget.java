package io.github.devicebatch.http.resilience;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Retry budget that all queries share. Each query deposits a fraction of a retry, up to a reserve; each retry withdraws a
 * whole one. So N queries cost at most N + ratio · N + reserve attempts. Thread-safe.
 */
public final class RetryBudget {

    private static final long RETRY = 1_000_000;

    private final long deposit;
    private final long reserve;
    private final AtomicLong balance;

    /**
     * Creates a full budget.
     *
     * @param ratio the retries that each query deposits
     * @param reserve the most retries that the budget holds
     */
    public RetryBudget(double ratio, int reserve) {
        this.deposit = Math.round(ratio * RETRY);
        this.reserve = reserve * RETRY;
        this.balance = new AtomicLong(this.reserve);
    }

    /** Adds the deposit of one query. */
    void deposit() {
        if (balance.get() < reserve) {
            balance.updateAndGet(now -> Math.min(reserve, now + deposit));
        }
    }

    /** Returns whether at least one retry is left. */
    boolean hasRetry() {
        return balance.get() >= RETRY;
    }

    /** Withdraws one retry. Returns false if less than one is left. */
    boolean tryWithdraw() {
        return balance.getAndUpdate(now -> now >= RETRY ? now - RETRY : now) >= RETRY;
    }

    /** Withdraws one retry that was sent already. If none is left, the next deposits pay for it. */
    void withdraw() {
        balance.addAndGet(-RETRY);
    }
}
