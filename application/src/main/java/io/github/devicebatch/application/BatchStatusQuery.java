package io.github.devicebatch.application;

import io.github.devicebatch.domain.BatchReference;

/**
 * Asks Partner Center where a device batch upload stands.
 *
 * <p>An implementation MUST be safe for use by several threads at once, MUST answer about the batch it was asked about
 * and no other, and MUST put whatever goes wrong outside the program into its answer. Exceptions are left for bugs and
 * for interruption.
 *
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/get-the-status-of-a-device-batch-upload">Get
 *     the status of a device batch upload</a>
 */
@FunctionalInterface
public interface BatchStatusQuery {

    /**
     * Asks once about {@code batch}.
     *
     * @param batch which upload is meant
     * @return the answer; never null
     * @throws InterruptedException if the calling thread is interrupted while it waits
     * @throws NullPointerException if {@code batch} is null
     */
    BatchStatusAnswer ask(BatchReference batch) throws InterruptedException;
}
