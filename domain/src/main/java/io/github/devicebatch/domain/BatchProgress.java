package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * The progress of an upload without its rows.
 *
 * @param state the state of the batch, in the service's own word
 * @param startedTime when the service started the batch, if it said so
 * @param tally the number of devices by outcome
 */
public record BatchProgress(BatchState state, Optional<Instant> startedTime, DeviceTally tally) {

    /**
     * Creates the progress.
     *
     * @throws NullPointerException if any part is null
     */
    public BatchProgress {
        requireNonNull(state, "state");
        requireNonNull(startedTime, "startedTime");
        requireNonNull(tally, "tally");
    }

    /**
     * Returns the outcome of the upload, equal to that of its description.
     */
    public BatchOutcome outcome() {
        return BatchOutcome.of(state, tally);
    }
}
