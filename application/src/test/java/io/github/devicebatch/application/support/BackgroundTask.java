package io.github.devicebatch.application.support;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A task that runs on its own thread while a test controls it. */
public final class BackgroundTask {

    /** The work of the task. */
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

    /** Waits until the thread of the task waits. */
    public void awaitWaiting() {
        while (!isWaiting()) {
            Thread.onSpinWait();
        }
    }

    /** Interrupts the task and waits until it has handled the interruption and waits again, or has ended. */
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

    /** Returns whether the work ended with its thread interrupted. */
    public boolean leftInterrupted() {
        return leftInterrupted;
    }

    /** Waits for the end of the task and returns the exception. */
    public Throwable failure() throws InterruptedException {
        try {
            task.get();
            return new AssertionError("it did not fail");
        } catch (ExecutionException failed) {
            return failed.getCause();
        }
    }

    /** Waits for the normal end of the task. */
    public void join() throws InterruptedException, ExecutionException {
        task.get();
    }
}
