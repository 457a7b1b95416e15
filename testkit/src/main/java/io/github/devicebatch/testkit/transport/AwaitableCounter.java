package io.github.devicebatch.testkit.transport;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongPredicate;

/** A counter whose value can be awaited. Thread-safe. */
public final class AwaitableCounter {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long value;

    /** Creates a counter with value zero. */
    public AwaitableCounter() {}

    /** Adds a difference, which may be negative, and returns the new value. */
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

    /** Sets the value to zero. */
    public void reset() {
        lock.lock();
        try {
            value = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the value. */
    public long value() {
        return add(0);
    }

    /**
     * Waits until the value meets a condition.
     *
     * @return whether it met the condition before the timeout
     */
    public boolean await(LongPredicate condition, Duration timeout) throws InterruptedException {
        long left = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (!condition.test(value) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return condition.test(value);
        } finally {
            lock.unlock();
        }
    }
}
