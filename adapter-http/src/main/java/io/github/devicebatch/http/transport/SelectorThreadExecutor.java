package io.github.devicebatch.http.transport;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Executor of one HTTP client that runs tasks directly, on the client's selector thread, but TLS handshakes on other threads,
 * because a trust manager may block. Thread-safe.
 *
 * <p>A task of a handshake holds the lock of its TLS engine. So it starts only when the selector thread has left the task that
 * created it, and as long as one runs, all tasks run on other threads.
 *
 * <p>The JDK has no type for a task of a handshake, so it is recognised by the class that created it. If a JDK differs, a trust
 * manager that blocks delays other exchanges of its client, but no deadline (ADR 0024).
 */
final class SelectorThreadExecutor implements Executor {

    private static final String HANDSHAKE = "jdk.internal.net.http.common.SSLFlowDelegate";

    /** Platform threads, as many as needed, because many first handshakes at once are too slow on one per processor. */
    private static final Executor POOL = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            1,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("devicebatch-handshake").factory());

    private final AtomicInteger handshakes = new AtomicInteger();
    private final Queue<Runnable> deferred = new ConcurrentLinkedQueue<>();

    /** The thread that runs a task directly. If two do, a handshake may start too early, which is harmless. */
    private volatile @Nullable Thread direct;

    @Override
    public void execute(Runnable task) {
        if (task.getClass().getName().startsWith(HANDSHAKE)) {
            handshakes.incrementAndGet();
            deferred.add(() -> handshake(task));
            if (direct != Thread.currentThread()) {
                startDeferred();
            }
        } else if (handshakes.get() > 0) {
            start(task);
        } else if (direct == Thread.currentThread()) {
            task.run();
        } else {
            runDirectly(task);
        }
    }

    private void runDirectly(Runnable task) {
        direct = Thread.currentThread();
        try {
            task.run();
        } finally {
            direct = null;
            startDeferred();
        }
    }

    private void handshake(Runnable task) {
        try {
            task.run();
        } finally {
            handshakes.decrementAndGet();
        }
    }

    private void startDeferred() {
        for (Runnable task = deferred.poll(); task != null; task = deferred.poll()) {
            start(task);
        }
    }

    private static void start(Runnable task) {
        POOL.execute(task);
    }
}
