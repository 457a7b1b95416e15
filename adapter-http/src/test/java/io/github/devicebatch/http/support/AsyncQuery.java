package io.github.devicebatch.http.support;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/** Calls a query through its future, on a virtual thread, and cancels the future if the caller is interrupted. */
public record AsyncQuery(BatchStatusQuery query) {

    private static final Executor VIRTUAL_THREADS = task -> Thread.ofVirtual().start(task);

    public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before the query was submitted");
        }
        CompletableFuture<BatchStatusAnswer> answer = query.askAsync(batch, VIRTUAL_THREADS);
        try {
            return answer.get();
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            throw interrupted;
        } catch (ExecutionException failed) {
            throw unchecked(failed.getCause());
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        return switch (cause) {
            case Error error -> throw error;
            case RuntimeException bug -> bug;
            default -> throw new AssertionError("a checked exception that no query throws", cause);
        };
    }
}
