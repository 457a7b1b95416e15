package io.github.devicebatch.testkit.transport;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongPredicate;

/** A number that goes up and down and can be waited for. Thread-safe. */
public final class AwaitableCounter {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long value;

    /** Adds {@code difference} and gives the sum. */
    public long add(long difference) {
        lock.lock();
        try {
            value += difference;
            changed.signalAll();
            return value;
        } finally {
            lock.unlock();
        }
    }

    public void reset() {
        lock.lock();
        try {
            value = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public long value() {
        return add(0);
    }

    /** Waits until the number is as wanted, and tells whether it was within {@code patience}. */
    public boolean await(LongPredicate wanted, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (!wanted.test(value) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return wanted.test(value);
        } finally {
            lock.unlock();
        }
    }
}
