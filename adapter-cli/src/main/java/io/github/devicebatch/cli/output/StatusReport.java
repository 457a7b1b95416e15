package io.github.devicebatch.cli.output;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.domain.BatchReference;

/**
 * Report of {@code status} on standard output. Its memory does not grow with the number of answers, except that of a
 * {@link CollectedReport} and of a workbook.
 */
public interface StatusReport extends Report {

    /**
     * Writes one answer.
     *
     * @throws StandardOutput.OutputException if standard output cannot be written
     */
    void add(BatchReference batch, BatchStatusAnswer answer);
}
