package io.github.devicebatch.cli.upload;

import io.github.devicebatch.application.upload.JoinedUpload;
import io.github.devicebatch.application.upload.LineResult;
import io.github.devicebatch.application.upload.UploadJoin;
import io.github.devicebatch.application.upload.UploadLine;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.upload.UploadFile.Line;
import io.github.devicebatch.cli.upload.UploadFile.Lines;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.ReuploadAdvice;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Selection of the lines of an uploaded file that are worth uploading again. The file is read twice: to join it, and to write from
 * it. No line is kept.
 *
 * @param file the uploaded file
 * @param batches the batches, in the order in which their rows were added to the join
 * @param included the advice of the failed lines to write
 */
public record FailedLines(UploadFile file, List<BatchReference> batches, Set<ReuploadAdvice> included) {

    /** Creates the selection; the batches are copied. */
    public FailedLines {
        batches = List.copyOf(batches);
        included = Set.copyOf(included);
    }

    /** Creates the selection with the values of {@code --include}. */
    public static FailedLines of(UploadFile file, List<BatchReference> batches, List<Inclusion> inclusions) {
        return new FailedLines(file, batches, Inclusion.advice(inclusions));
    }

    /**
     * Joins the file with the rows and passes each line on.
     *
     * @throws UsageException if the file cannot be read, or is changed meanwhile
     */
    public void select(UploadJoin rows, List<? extends Listener> listeners) {
        JoinedUpload joined;
        try (Lines lines = file.open()) {
            joined = rows.join(new Devices(lines));
        }
        try (Lines lines = file.open()) {
            listeners.forEach(listener -> listener.begin(lines.preamble()));
            int index = 0;
            for (; lines.hasNext() && index < joined.lines(); index++) {
                Line line = lines.next();
                LineResult result = joined.line(index);
                listeners.forEach(listener -> listener.line(line, result, isIncluded(result)));
            }
            if (lines.hasNext() || index < joined.lines()) {
                throw new UsageException(
                        Problem.of("the file of --from was changed while it was read", "run the command again"));
            }
        }
        joined.rowsWithoutLine()
                .forEach(row -> listeners.forEach(listener -> listener.row(batches.get(row.batch()), row)));
        listeners.forEach(Listener::end);
    }

    private boolean isIncluded(LineResult result) {
        return result instanceof LineResult.Failed failed && included.contains(failed.advice());
    }

    /** Receiver of the lines and rows, one after another. */
    public interface Listener {

        /** Receives the bytes of the header and of what stands before it. */
        default void begin(byte[] preamble) {
            // not needed by a list of lines
        }

        /** Receives a line; {@code isIncluded} says whether it is worth uploading again. */
        void line(Line line, LineResult result, boolean isIncluded);

        /** Receives a row without a line. */
        void row(BatchReference batch, JoinedUpload.RowWithoutLine row);

        /** Receives the end. */
        void end();
    }

    /** Devices of the lines. */
    private record Devices(Lines lines) implements Iterator<UploadLine> {

        @Override
        public boolean hasNext() {
            return lines.hasNext();
        }

        @Override
        public UploadLine next() {
            return lines.next().device();
        }
    }
}
