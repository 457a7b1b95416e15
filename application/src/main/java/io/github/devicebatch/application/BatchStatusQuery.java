package io.github.devicebatch.application;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.domain.AcceptedErrors;
import io.github.devicebatch.domain.BatchReference;

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
