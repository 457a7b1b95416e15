package io.github.devicebatch.http.resilience;

import io.github.devicebatch.http.event.QueryEvent.RetryBudgetExhausted;
import io.github.devicebatch.http.event.QueryEvent.RetryWithdrawn;
import io.github.devicebatch.http.event.QueryListener;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Retry budget that all queries share. Each query deposits a fraction of a retry, up to a reserve; each retry withdraws a
 * whole one. So N queries cost at most N + ratio · N + reserve attempts. Thread-safe.
 *
 * <p>A request that is repeated within its attempt reserves a retry beforehand and withdraws it only if it fails (ADR 0025).
 */
public final class RetryBudget {

    private static final long RETRY = 1_000_000;

    private final long deposit;
    private final long reserve;
    private final AtomicLong balance;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition settled = lock.newCondition();
    private int reserved;
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

    /** Withdraws one retry. Returns false if less than one is left. */
    boolean tryWithdraw() {
        long before = balance.getAndUpdate(RetryBudget::withoutOne);
        boolean withdrawn = isEnough(before);
        listener.on(withdrawn ? new RetryWithdrawn((double) (before - RETRY) / RETRY) : new RetryBudgetExhausted());
        return withdrawn;
    }

    /**
     * Reserves one retry, which {@link #settle} withdraws or returns. Waits while other reservations hold all that is left.
     *
     * @param left the longest time to wait
     * @return whether it is reserved; false if less than one is left without the reserved ones, or none in time
     */
    boolean reserve(Duration left) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = left.toNanos();
            while (!isEnough(balance.getAndUpdate(RetryBudget::withoutOne))) {
                if (reserved == 0 || nanos <= 0) {
                    listener.on(new RetryBudgetExhausted());
                    return false;
                }
                nanos = settled.awaitNanos(nanos);
            }
            reserved++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Settles one reservation: withdraws the retry if it failed, otherwise returns it. */
    void settle(boolean failed) {
        lock.lock();
        try {
            reserved--;
            if (failed) {
                listener.on(new RetryWithdrawn((double) balance.get() / RETRY));
            } else {
                balance.updateAndGet(now -> Math.min(reserve, now + RETRY));
            }
            settled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static long withoutOne(long balance) {
        return isEnough(balance) ? balance - RETRY : balance;
    }

    private static boolean isEnough(long balance) {
        return balance >= RETRY;
    }
}
