package io.github.devicebatch.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets work that a signal meets come to its end: the thread is interrupted, and the process waits a moment for the line
 * that is being written and for last words.
 */
record Farewell(Shutdown shutdown) {

    /** Two seconds after the signal the process is gone. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    /** What must not be cut off. */
    @FunctionalInterface
    interface Work<T> {

        T call() throws InterruptedException;
    }

    /** Does {@code work} on this thread. */
    <T> T after(Work<T> work) throws InterruptedException {
        Thread worker = Thread.currentThread();
        CountDownLatch done = new CountDownLatch(1);
        Runnable farewell = () -> {
            worker.interrupt();
            await(done);
        };
        Shutdown.Registration registration = shutdown.before(farewell);
        try {
            return work.call();
        } finally {
            done.countDown();
            registration.withdraw();
        }
    }

    private static void await(CountDownLatch done) {
        try {
            done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
