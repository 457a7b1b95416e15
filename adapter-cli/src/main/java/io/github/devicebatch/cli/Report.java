package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.domain.BatchReference;

/** Puts answers on standard output as they come; how many there are makes no difference to its memory. */
sealed interface Report permits TableReport, JsonReport, JsonLinesReport, CsvReport {

    /**
     * Shows one answer.
     *
     * @throws ReaderGone if nobody reads any more
     */
    void add(BatchReference batch, BatchStatusAnswer answer);

    /**
     * Shows what they come to, and ends.
     *
     * @throws ReaderGone if nobody reads any more
     */
    void end(Summary summary);
}
