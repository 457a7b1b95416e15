package io.github.devicebatch.application.async;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * Task that runs a call for a {@link CompletableFuture}, whose own {@code cancel} interrupts no thread. Once the future is
 * completed by anything but the call, such as {@code cancel} or {@code orTimeout}, the call is interrupted, or not started.
 */
public final class InterruptibleTask<T> extends FutureTask<T> {

    private final CompletableFuture<T> future = new CompletableFuture<>();

    private InterruptibleTask(Callable<T> call) {
        super(call);
    }

    /**
     * Runs {@code call} on a thread of {@code executor}.
     *
     * @return the future of the result; it completes exceptionally with what the call throws
     * @throws java.util.concurrent.RejectedExecutionException if the executor takes no task
     */
    public static <T> CompletableFuture<T> submit(Callable<T> call, Executor executor) {
        var task = new InterruptibleTask<>(call);
        task.future.whenComplete((result, failure) -> task.cancel(true));
        executor.execute(task);
        return task.future;
    }

    /** Runs the call. Its thread may belong to a pool, so it does not keep the interruption of a cancelled call. */
    @Override
    public void run() {
        super.run();
        if (isCancelled()) {
            Thread.interrupted();
        }
    }

    @Override
    protected void done() {
        State state = state();
        if (state == State.SUCCESS) {
            future.complete(resultNow());
        } else if (state == State.FAILED) {
            future.completeExceptionally(exceptionNow());
        } // otherwise the future is complete, which is why the task was cancelled
    }
}
