package io.github.devicebatch.cli.output;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.watch.LastObservation;
import io.github.devicebatch.domain.BatchProgress;
import java.util.Optional;

/**
 * Last known data of a batch: the last answer, and the last progress.
 *
 * @param answer the last answer; empty if there was none, or if it was a description whose rows were not kept
 * @param progress the progress in the last description; empty if there was none
 */
public record BatchSnapshot(Optional<BatchStatusAnswer> answer, Optional<BatchProgress> progress) {

    public static BatchSnapshot of(BatchStatusAnswer answer) {
        return new BatchSnapshot(
                Optional.of(answer),
                answer instanceof Found found ? Optional.of(found.status().progress()) : Optional.empty());
    }

    static BatchSnapshot of(LastObservation last) {
        return new BatchSnapshot(last.failure(), last.progress());
    }

    /** Returns the answer if it is a description with its rows. */
    public Optional<Found> found() {
        return answer.filter(Found.class::isInstance).map(Found.class::cast);
    }
}
