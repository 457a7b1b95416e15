package io.github.devicebatch.application.watch;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.domain.BatchReference;

/**
 * A listener for the answers of a survey. It is called by the surveying thread only, one answer at a time.
 */
@FunctionalInterface
public interface SurveyListener {

    /**
     * Receives an answer. An exception ends the survey and is thrown to its caller.
     *
     * @param batch the batch
     * @param answer the answer
     */
    void on(BatchReference batch, BatchStatusAnswer answer);
}
