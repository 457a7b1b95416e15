package io.github.devicebatch.application;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Something that goes on in a thread of its own while a test steers it. */
final class InBackground {

    /** What is to be done. */
    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }

    private final FutureTask<Void> task;
    private final Thread thread;

    private InBackground(Work work) {
        this.task = new FutureTask<>(() -> {
            work.run();
            return null;
        });
        this.thread = Thread.ofPlatform().daemon().name("watching").start(task);
    }

    static InBackground start(Work work) {
        return new InBackground(work);
    }

    void interrupt() {
        thread.interrupt();
    }

    boolean isOver() {
        return task.isDone();
    }

    /** Waits for its end, however it ends. */
    void await() throws InterruptedException {
        thread.join();
    }

    /** Waits for its end and gives what it threw. */
    Throwable failure() throws InterruptedException {
        try {
            task.get();
            return new AssertionError("it did not fail");
        } catch (ExecutionException failed) {
            return failed.getCause();
        }
    }

    /** Waits for its good end. */
    void join() throws InterruptedException, ExecutionException {
        task.get();
    }
}
