package io.github.devicebatch.cli.terminal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets work that a signal meets come to its end. First it has its last words, whatever it is at: they are said on a thread of
 * their own, because the one that works may take its time. Then it is interrupted, and the process waits a moment for it.
 */
public record GracefulShutdown(ShutdownHooks shutdown) {

    /** Two seconds after the signal the process is gone, and it takes a moment to go, on a busy machine a long one. */
    static final Duration PATIENCE = Duration.ofMillis(1_200);

    /** What a signal may meet. */
    @FunctionalInterface
    public interface Work<T> {

        T call() throws InterruptedException;
    }

    /** Does {@code work} on this thread; whatever there is to say in the end, it says itself when it is interrupted. */
    public <T> T after(Work<T> work) throws InterruptedException {
        return after(work, () -> {});
    }

    /**
     * Does {@code work} on this thread.
     *
     * @param lastWords says them, lets nobody say anything after them, and does nothing if the work is done
     */
    public <T> T after(Work<T> work, Runnable lastWords) throws InterruptedException {
        Thread worker = Thread.currentThread();
        CountDownLatch done = new CountDownLatch(1);
        ShutdownHooks.Registration registration = shutdown.before(() -> end(worker, done, lastWords));
        try {
            return work.call();
        } finally {
            done.countDown();
            registration.withdraw();
        }
    }

    private static void end(Thread worker, CountDownLatch done, Runnable lastWords) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Thread speaker =
                Thread.ofPlatform().daemon().name("devicebatch last words").start(lastWords);
        try {
            speaker.join(PATIENCE);
            worker.interrupt();
            done.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
