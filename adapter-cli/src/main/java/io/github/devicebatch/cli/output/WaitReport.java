package io.github.devicebatch.cli.output;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.domain.BatchReference;
import java.time.Instant;
import java.util.Optional;

/** Puts on standard output what becomes of batches that are waited for. */
public sealed interface WaitReport
        permits TableReport.WaitTable, WaitJsonReport, CsvReport.WaitCsv, JsonLinesReport.WaitEvents {

    /** The wait begins. */
    default void begin(int batches, Instant begun, Optional<Instant> deadline) {
        // most have nothing to say before there is a result
    }

    /** Something happened. The end of a batch is told again as {@link #end(WaitResult)}. */
    default void happened(WatchEvent event) {
        // most tell of the end alone
    }

    /** The service asked to be left alone. */
    default void throttled(BatchReference batch, int attempt, Unavailable answer) {
        // likewise
    }

    /**
     * The wait for one batch is over.
     *
     * @throws StandardOutput.OutputException if the text cannot be written
     */
    void end(WaitResult result);

    /**
     * The whole wait is over.
     *
     * @throws StandardOutput.OutputException if the text cannot be written
     */
    void end(Summary summary);
}
