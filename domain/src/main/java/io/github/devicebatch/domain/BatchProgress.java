package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How far an upload is, without its rows: what can be kept of a description at little cost.
 *
 * @param state how far the service is with the batch, in its own word
 * @param startedTime when the service began, if it said so
 * @param tally the devices by what became of them
 */
public record BatchProgress(BatchState state, Optional<Instant> startedTime, DeviceTally tally) {

    /**
     * Holds the progress.
     *
     * @throws NullPointerException if any part is null
     */
    public BatchProgress {
        requireNonNull(state, "state");
        requireNonNull(startedTime, "startedTime");
        requireNonNull(tally, "tally");
    }

    /**
     * Tells whether every device really got in, judged by the counts.
     *
     * @return the outcome, the same as that of the description
     */
    public BatchOutcome outcome() {
        return BatchOutcome.of(state, tally);
    }
}
