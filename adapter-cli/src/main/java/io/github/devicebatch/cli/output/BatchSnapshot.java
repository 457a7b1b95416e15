package io.github.devicebatch.cli.output;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.watch.LastObservation;
import io.github.devicebatch.domain.BatchProgress;
import java.util.Optional;

/**
 * What is known of a batch: the last answer, and the last description with its rows or without them.
 *
 * @param answer the last answer; empty if there was none, or if it was a description whose rows were not kept
 * @param progress how far the batch was when it was last described; empty if it never was
 */
public record BatchSnapshot(Optional<BatchStatusAnswer> answer, Optional<BatchProgress> progress) {

    static BatchSnapshot of(BatchStatusAnswer answer) {
        return new BatchSnapshot(
                Optional.of(answer),
                answer instanceof Found found ? Optional.of(found.status().progress()) : Optional.empty());
    }

    static BatchSnapshot of(LastObservation last) {
        return new BatchSnapshot(last.trouble(), last.progress());
    }

    /** Gives the answer if it is a description that has its rows. */
    Optional<Found> described() {
        return answer.filter(Found.class::isInstance).map(Found.class::cast);
    }
}
