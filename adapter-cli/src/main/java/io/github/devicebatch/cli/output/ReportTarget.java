package io.github.devicebatch.cli.output;

import java.util.Optional;

/**
 * A report and the file that it is written to.
 *
 * @param <R> the kind of report
 * @param report the report
 * @param file the file; empty for standard output
 */
public record ReportTarget<R extends Report>(R report, Optional<OutputFile> file) {

    /** Ends the report; if it has a file, puts the file in its place. */
    public void end(Summary summary) {
        report.end(summary);
        file.ifPresent(OutputFile::commit);
    }

    boolean isLostUnlessEnded() {
        return file.isPresent() || report.isLostUnlessEnded();
    }

    /** Closes the report, and deletes the file unless the report has been ended. */
    public void close() {
        report.close();
        file.ifPresent(OutputFile::close);
    }
}
