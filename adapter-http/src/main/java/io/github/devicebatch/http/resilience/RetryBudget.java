package io.github.devicebatch.http.resilience;

import io.github.devicebatch.http.event.QueryEvent.RetryBudgetExhausted;
import io.github.devicebatch.http.event.QueryEvent.RetryWithdrawn;
import io.github.devicebatch.http.event.QueryListener;
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
    private final QueryListener listener;

    /**
     * Creates a full budget.
     *
     * @param ratio the retries that each query deposits
     * @param reserve the most retries that the budget holds
     */
    public RetryBudget(double ratio, int reserve) {
        this(ratio, reserve, QueryListener.NONE);
    }

    /** Creates a full budget that reports to {@code listener} each retry that is withdrawn or denied. */
    public RetryBudget(double ratio, int reserve, QueryListener listener) {
        this.deposit = Math.round(ratio * RETRY);
        this.reserve = reserve * RETRY;
        this.balance = new AtomicLong(this.reserve);
        this.listener = listener;
    }

    /** Adds the deposit of one query. */
    void deposit() {
        if (balance.get() < reserve) {
            balance.updateAndGet(now -> Math.min(reserve, now + deposit));
        }
    }

    /** Returns whether at least one retry is left. */
    boolean hasRetry() {
        return isEnough(balance.get());
    }

    /** Withdraws one retry. Returns false if less than one is left. */
    boolean tryWithdraw() {
        long before = balance.getAndUpdate(now -> now >= RETRY ? now - RETRY : now);
        boolean withdrawn = isEnough(before);
        if (withdrawn) {
            listener.on(new RetryWithdrawn((double) (before - RETRY) / RETRY));
        }
        return withdrawn;
    }

    /** Returns whether one retry is left, and reports if it is not. */
    private boolean isEnough(long balance) {
        if (balance < RETRY) {
            listener.on(new RetryBudgetExhausted());
        }
        return balance >= RETRY;
    }

    /** Withdraws one retry that was sent already. If none is left, the next deposits pay for it. */
    void withdraw() {
        balance.addAndGet(-RETRY);
    }
}
