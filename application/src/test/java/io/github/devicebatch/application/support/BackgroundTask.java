package io.github.devicebatch.application.support;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Something that goes on in a thread of its own while a test steers it. */
public final class BackgroundTask {

    /** What is to be done. */
    @FunctionalInterface
    public interface Work {
        void run() throws InterruptedException;
    }

    private final FutureTask<Void> task;
    private final Thread thread;
    private volatile boolean leftInterrupted;

    private BackgroundTask(Work work) {
        this.task = new FutureTask<>(() -> {
            try {
                work.run();
                return null;
            } finally {
                leftInterrupted = Thread.currentThread().isInterrupted();
            }
        });
        this.thread = Thread.ofPlatform().daemon().name("watching").start(task);
    }

    public static BackgroundTask start(Work work) {
        return new BackgroundTask(work);
    }

    public void interrupt() {
        thread.interrupt();
    }

    /** Waits until it waits for something. */
    public void awaitWaiting() {
        while (!isWaiting()) {
            Thread.onSpinWait();
        }
    }

    /** Interrupts it, and waits until it has heard that and waits again, or is over. */
    public boolean waitsAfterAnotherInterruption() {
        thread.interrupt();
        while (thread.isInterrupted() || !isWaiting() && thread.isAlive()) {
            Thread.onSpinWait();
        }
        return isWaiting();
    }

    private boolean isWaiting() {
        return thread.getState() == Thread.State.WAITING;
    }

    /** Tells whether it went out of its work with its thread interrupted. */
    public boolean leftInterrupted() {
        return leftInterrupted;
    }

    /** Waits for its end and gives what it threw. */
    public Throwable failure() throws InterruptedException {
        try {
            task.get();
            return new AssertionError("it did not fail");
        } catch (ExecutionException failed) {
            return failed.getCause();
        }
    }

    /** Waits for its good end. */
    public void join() throws InterruptedException, ExecutionException {
        task.get();
    }
}
