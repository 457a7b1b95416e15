package io.github.devicebatch.application.watch;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.domain.BatchReference;

/**
 * Is told the answers of a survey.
 *
 * <p>It is called by the thread that surveys and by no other, one answer at a time.
 */
@FunctionalInterface
public interface SurveyListener {

    /**
     * Takes note of an answer. An exception ends the whole survey and reaches the one who surveys.
     *
     * @param batch which batch was asked about
     * @param answer the answer
     */
    void on(BatchReference batch, BatchStatusAnswer answer);
}
