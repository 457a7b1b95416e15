package io.github.devicebatch.domain;

import java.util.Optional;

/**
 * What one remembers of the descriptions of one upload, so as to tell what the next one changes: how far the batch was,
 * and eight bytes a device. The rows themselves are forgotten.
 *
 * <p>A device is recognized by serial number and product key; of several that are alike in both, by which of them it is;
 * one that has neither, by its position. What is kept is a hash of these and not these. Immutable and
 * safe for use by several threads.
 */
public sealed interface BatchMemory permits RememberedBatch {

    /**
     * Remembers nothing: every settled device of the next description is news.
     *
     * @return the memory to begin with
     */
    static BatchMemory empty() {
        return RememberedBatch.NOTHING;
    }

    /**
     * Tells how far the batch was.
     *
     * @return the progress of the last description, or empty if there was none
     */
    Optional<BatchProgress> progress();

    /**
     * Tells what a new description changes.
     *
     * @param status the new description of the same batch
     * @return the difference from what is remembered
     * @throws NullPointerException if {@code status} is null
     */
    BatchChange changeTo(BatchStatus status);

    /**
     * Remembers a new description instead.
     *
     * @param status the new description of the same batch
     * @return the memory to go on with
     * @throws NullPointerException if {@code status} is null
     */
    BatchMemory after(BatchStatus status);
}
