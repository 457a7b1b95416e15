package io.github.devicebatch.cli.output;

import io.github.devicebatch.cli.terminal.StandardOutput;

/** Report of a command, on standard output or in a file. */
public interface Report extends AutoCloseable {

    /**
     * Writes the summary and ends the report.
     *
     * @throws StandardOutput.OutputException if standard output cannot be written
     */
    void end(Summary summary);

    /** Returns whether the results are lost unless the report is ended, as those of a document or of a file are. */
    default boolean isLostUnlessEnded() {
        return false;
    }

    /** Deletes the files of a report that has not been ended, and releases its memory. Closing again has no effect. */
    @Override
    default void close() {
        // most reports have no file, and keep nothing
    }
}
