package io.github.devicebatch.cli.output;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.domain.BatchReference;

/** Puts answers on standard output as they come; how many there are makes no difference to its memory. */
public sealed interface StatusReport permits TableReport, StatusJsonReport, JsonLinesReport, CsvReport {

    /**
     * Shows one answer.
     *
     * @throws StandardOutput.OutputException if the text cannot be written
     */
    void add(BatchReference batch, BatchStatusAnswer answer);

    /**
     * Shows what they come to, and ends.
     *
     * @throws StandardOutput.OutputException if the text cannot be written
     */
    void end(Summary summary);
}
