package io.github.devicebatch.http.transport;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Watch that cancels tasks at their deadlines, by one thread for all (ADR 0039). The thread sleeps until the earliest deadline that it
 * knows, so a task that ends in time usually wakes no thread, as a timed wait would. Thread-safe.
 *
 * <p>The thread is a daemon, and ends when no task is left at a deadline.
 */
final class DeadlineWatch {

    /** The watch of this process. */
    static final DeadlineWatch SHARED = new DeadlineWatch(
            Thread.ofPlatform().daemon().name("devicebatch-deadlines").factory());

    private static final long AFTER_LACK_OF_MEMORY = Duration.ofMillis(10).toNanos();

    private final ThreadFactory threads;
    private final Map<Future<?>, Deadline> tasks = new ConcurrentHashMap<>();

    /** The deadline until which the thread sleeps; null while it works, and if there is none. */
    private volatile @Nullable Deadline next;

    private @Nullable Thread thread;

    /**
     * Creates a watch.
     *
     * @param threads creates platform threads, because name lookups may hold all carriers of virtual ones
     */
    DeadlineWatch(ThreadFactory threads) {
        this.threads = threads;
    }

    /** Cancels {@code task} at {@code deadline} unless it is removed before. */
    void add(Future<?> task, Deadline deadline) {
        tasks.put(task, deadline);
        // Read after the task is added: the thread sets it to null before it looks at the tasks.
        Deadline planned = next;
        if (planned == null || deadline.isBefore(planned)) {
            wake();
        }
    }

    void remove(Future<?> task) {
        tasks.remove(task);
    }

    private synchronized void wake() {
        if (thread == null) {
            Thread started = threads.newThread(this::run);
            started.start();
            thread = started;
        } else {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        boolean ends = false;
        while (!ends) {
            next = null;
            try {
                Deadline earliest = cancelLate();
                next = earliest;
                if (earliest == null) {
                    ends = endsWithoutTasks();
                } else {
                    LockSupport.parkNanos(this, earliest.nanosLeft());
                }
            } catch (OutOfMemoryError lack) {
                // ignored: the thread that uses the memory reports it, and the deadlines still hold
                LockSupport.parkNanos(this, AFTER_LACK_OF_MEMORY);
            }
        }
    }

    /** Cancels what is late. Returns the earliest of the other deadlines; null if there is none. */
    private @Nullable Deadline cancelLate() {
        Deadline earliest = null;
        for (Map.Entry<Future<?>, Deadline> task : tasks.entrySet()) {
            Deadline deadline = task.getValue();
            if (deadline.nanosLeft() == 0) {
                task.getKey().cancel(true);
                tasks.remove(task.getKey());
            } else if (earliest == null || deadline.isBefore(earliest)) {
                earliest = deadline;
            }
        }
        return earliest;
    }

    /** Lets the thread end if there is no task. A task that is added meanwhile waits here to start another thread. */
    private synchronized boolean endsWithoutTasks() {
        if (tasks.isEmpty()) {
            thread = null;
        }
        return thread == null;
    }
}
