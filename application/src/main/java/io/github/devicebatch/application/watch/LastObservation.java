package io.github.devicebatch.application.watch;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.domain.BatchProgress;
import java.util.Optional;

/**
 * What a watch knew of a batch last. It holds no rows, because a watch waits with many others and its memory must not
 * grow with them.
 *
 * @param progress how far the batch was when it was last described; empty if it never was
 * @param trouble the last answer, if it was not a description. What a watch keeps of its trace lacks the ids that the
 *     server sent and the earlier causes; {@link WatchEvent.Answered} has told them
 */
public record LastObservation(Optional<BatchProgress> progress, Optional<BatchStatusAnswer> trouble) {

    /** No answer came. */
    public static final LastObservation NOTHING = new LastObservation(Optional.empty(), Optional.empty());

    /**
     * Holds what is known.
     *
     * @throws NullPointerException if either is null
     * @throws IllegalArgumentException if {@code trouble} is a {@link Found}
     */
    public LastObservation {
        requireNonNull(progress, "progress");
        if (trouble.filter(Found.class::isInstance).isPresent()) {
            throw new IllegalArgumentException("a description is no trouble");
        }
    }
}
