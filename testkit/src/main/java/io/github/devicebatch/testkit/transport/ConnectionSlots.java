package io.github.devicebatch.testkit.transport;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Slots for the connections of a server. If all are taken, the connection that has been idle for longest is closed; if none is idle,
 * the next connection waits. Thread-safe.
 */
final class ConnectionSlots {

    private final int max;
    private final Set<Closeable> idle = new LinkedHashSet<>();
    private final Set<Closeable> closed = new HashSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int taken;

    ConnectionSlots(int max) {
        this.max = max;
    }

    /** Takes a slot, which another connection may have to leave first. */
    void acquire() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (taken == max) {
                closeLongestIdle();
                changed.await();
            }
            taken++;
        } finally {
            lock.unlock();
        }
    }

    /** Closes one connection at a time: its slot becomes free when its thread ends. */
    private void closeLongestIdle() {
        if (closed.isEmpty() && !idle.isEmpty()) {
            Closeable longest = idle.iterator().next();
            idle.remove(longest);
            closed.add(longest);
            closeQuietly(longest);
        }
    }

    private static void closeQuietly(Closeable connection) {
        try {
            connection.close();
        } catch (IOException ignored) {
            // the connection is closed all the same
        }
    }

    /** Marks a connection as idle: it waits for its next request. */
    void idle(Closeable connection) {
        change(() -> idle.add(connection));
    }

    /** Marks a connection as busy. */
    void busy(Closeable connection) {
        change(() -> idle.remove(connection));
    }

    /** Frees the slot of a connection. */
    void release(Closeable connection) {
        change(() -> {
            idle.remove(connection);
            closed.remove(connection);
            taken--;
        });
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
