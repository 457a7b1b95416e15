package io.github.devicebatch.cli.terminal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs work so that a termination signal ends it cleanly. The shutdown hook runs {@code onShutdown} on its own thread,
 * interrupts the worker and waits up to 1.2 s in all.
 */
public record GracefulShutdown(ShutdownHooks hooks) {

    /** The process has to end within 2 s of the signal; the rest is left for the virtual machine on a busy machine. */
    static final Duration GRACE_PERIOD = Duration.ofMillis(1_200);

    /** Work that a signal may interrupt. */
    @FunctionalInterface
    public interface Work<T> {

        T call() throws InterruptedException;
    }

    /** Runs {@code work} on the calling thread; a signal only interrupts it. */
    public <T> T run(Work<T> work) throws InterruptedException {
        return run(work, () -> {});
    }

    /**
     * Runs {@code work} on the calling thread.
     *
     * @param onShutdown writes the last output and suppresses all later output; has no effect after the work has ended
     */
    public <T> T run(Work<T> work, Runnable onShutdown) throws InterruptedException {
        Thread worker = Thread.currentThread();
        CountDownLatch done = new CountDownLatch(1);
        ShutdownHooks.Registration registration = hooks.register(() -> shutDown(worker, done, onShutdown));
        try {
            return work.call();
        } finally {
            done.countDown();
            registration.cancel();
        }
    }

    private static void shutDown(Thread worker, CountDownLatch done, Runnable onShutdown) {
        long deadline = System.nanoTime() + GRACE_PERIOD.toNanos();
        Thread lastOutput =
                Thread.ofPlatform().daemon().name("devicebatch last output").start(onShutdown);
        try {
            lastOutput.join(GRACE_PERIOD);
            worker.interrupt();
            done.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
