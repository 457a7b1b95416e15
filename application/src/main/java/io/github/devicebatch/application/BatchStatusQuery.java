package io.github.devicebatch.application;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.async.InterruptibleTask;
import io.github.devicebatch.domain.AcceptedErrors;
import io.github.devicebatch.domain.BatchReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Asks Partner Center where a device batch upload stands.
 *
 * <p>An implementation MUST be thread-safe, MUST answer about the requested batch only, and MUST report every failure outside the
 * program as an answer. Exceptions are for bugs and interruption only.
 *
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/get-the-status-of-a-device-batch-upload">Get
 *     the status of a device batch upload</a>
 */
@FunctionalInterface
public interface BatchStatusQuery {

    /**
     * Asks once about {@code batch}.
     *
     * @param batch the upload to ask about
     * @return the answer; never null
     * @throws InterruptedException if the calling thread is interrupted while it waits
     * @throws NullPointerException if {@code batch} is null
     */
    BatchStatusAnswer ask(BatchReference batch) throws InterruptedException;

    /**
     * Asks once about {@code batch} on a thread of {@code executor}, which the query occupies until it ends.
     *
     * <p>If the future is completed earlier, by {@code cancel}, {@code orTimeout} or otherwise, the query is interrupted and
     * closes its connection. Cancelling a future that was derived from it, such as by {@code thenApply}, does not do that.
     *
     * <pre>{@code
     * CompletableFuture<BatchStatusAnswer> answer = query.askAsync(batch, executor);
     * answer.orTimeout(10, TimeUnit.SECONDS).thenAccept(System.out::println);
     * }</pre>
     *
     * @param batch the upload to ask about
     * @param executor runs the query, such as one with a virtual thread per task
     * @return the future of the answer; it completes exceptionally only for bugs, and with an {@link InterruptedException} if
     *     the executor interrupts its thread
     * @throws java.util.concurrent.RejectedExecutionException if {@code executor} takes no task
     * @throws NullPointerException if either is null
     */
    default CompletableFuture<BatchStatusAnswer> askAsync(BatchReference batch, Executor executor) {
        requireNonNull(batch, "batch");
        return InterruptibleTask.submit(() -> ask(batch), executor);
    }

    /**
     * Returns a query whose statuses count devices with these errors as success, in counts and outcome. Rows are unchanged.
     *
     * @param errors the device errors to accept
     * @return the query; thread-safe if this one is
     * @throws NullPointerException if {@code errors} is null
     */
    default BatchStatusQuery accepting(AcceptedErrors errors) {
        requireNonNull(errors, "errors");
        return batch -> {
            BatchStatusAnswer answer = ask(batch);
            return answer instanceof BatchStatusAnswer.Found found
                    ? new BatchStatusAnswer.Found(found.status().accepting(errors), found.trace())
                    : answer;
        };
    }
}
