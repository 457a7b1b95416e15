package io.github.devicebatch.application.watch;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.domain.BatchProgress;
import java.util.Optional;

/**
 * The last observation of a batch by a watch, without rows: many watches may wait at once, so memory must stay small.
 *
 * @param progress the progress of the last status; empty if there was none
 * @param failure the last answer, if it was not a status; its trace has no server ids and no earlier causes, which
 *     {@link WatchEvent.Answered} reported
 */
public record LastObservation(Optional<BatchProgress> progress, Optional<BatchStatusAnswer> failure) {

    /** No answer yet. */
    public static final LastObservation NOTHING = new LastObservation(Optional.empty(), Optional.empty());

    /**
     * Creates the observation.
     *
     * @throws NullPointerException if either is null
     * @throws IllegalArgumentException if {@code failure} is a {@link Found}
     */
    public LastObservation {
        requireNonNull(progress, "progress");
        if (failure.filter(Found.class::isInstance).isPresent()) {
            throw new IllegalArgumentException("a status is not a failure");
        }
    }
}
