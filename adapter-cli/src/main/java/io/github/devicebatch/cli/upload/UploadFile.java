package io.github.devicebatch.cli.upload;

import io.github.devicebatch.application.upload.UploadLine;
import io.github.devicebatch.cli.message.FileFailure;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.upload.RawRecordReader.RawRecord;
import io.github.devicebatch.cli.upload.RawRecordReader.TooLongException;
import io.github.devicebatch.domain.Excerpt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A CSV file that was uploaded.
 *
 * @param path the file
 */
public record UploadFile(Path path) {

    /** Maximum number of records before the header, such as blank ones and {@code sep=;}. */
    private static final int MAX_PREAMBLE = 10;

    /**
     * Opens the file.
     *
     * @return its lines, to be closed
     * @throws UsageException if it cannot be read, or no known column is found
     */
    public Lines open() {
        if (!Files.isRegularFile(path)) {
            throw new UsageException(Problem.of(
                    "--from " + name() + (Files.exists(path) ? " is not a regular file" : " does not exist"),
                    "give the CSV file that was uploaded"));
        }
        try {
            return new Lines(RawRecordReader.of(Files.newInputStream(path)));
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private String name() {
        return Excerpt.of(path.toString(), 200).text();
    }

    private UsageException unreadable(IOException failure) {
        return failure instanceof TooLongException tooLong
                ? new UsageException(Problem.of(
                        name() + ": " + failure.getMessage(),
                        "a quote is not closed, or the file is not CSV",
                        "correct line " + tooLong.line()))
                : new UsageException(Problem.of(
                        name() + " cannot be read", FileFailure.reason(failure), "check the file and its permissions"));
    }

    /** Header and lines of the file, read one after another. Not thread-safe. */
    public final class Lines implements Iterator<Line>, AutoCloseable {

        private final RawRecordReader records;
        private final byte[] preamble;
        private final RecordParser parser;
        private Optional<Line> next;

        private Lines(RawRecordReader records) throws IOException {
            this.records = records;
            ByteArrayOutputStream begin = new ByteArrayOutputStream();
            try {
                this.parser = header(begin);
                this.preamble = begin.toByteArray();
                records.separator(parser.separator());
                this.next = read();
            } catch (IOException | RuntimeException failure) {
                records.close();
                throw failure;
            }
        }

        private RecordParser header(ByteArrayOutputStream begin) throws IOException {
            for (int number = 0; number < MAX_PREAMBLE; number++) {
                Optional<RawRecord> record = records.next();
                if (record.isEmpty()) {
                    break;
                }
                begin.writeBytes(record.get().bytes());
                if (!isPreamble(record.get().text())) {
                    return RecordParser.of(record.get()).orElseThrow(UploadFile.this::withoutHeader);
                }
            }
            throw withoutHeader();
        }

        private static boolean isPreamble(String text) {
            return text.isBlank() || text.matches("(?i)\"?sep=.\"?");
        }

        /** Returns the bytes of the header line and of what stands before it. */
        public byte[] preamble() {
            return preamble.clone();
        }

        @Override
        public boolean hasNext() {
            return next.isPresent();
        }

        /**
         * Returns the next line that is not blank.
         *
         * @throws UsageException if the line after it cannot be read
         */
        @Override
        public Line next() {
            Line line = next.orElseThrow(NoSuchElementException::new);
            try {
                next = read();
            } catch (IOException failure) {
                throw unreadable(failure);
            }
            return line;
        }

        private Optional<Line> read() throws IOException {
            for (Optional<RawRecord> record = records.next(); record.isPresent(); record = records.next()) {
                Optional<UploadLine> parsed = parser.parse(record.get());
                if (parsed.isPresent()) {
                    return Optional.of(
                            new Line(record.get().line(), record.get().bytes(), parsed.get()));
                }
            }
            return Optional.empty();
        }

        @Override
        public void close() {
            try {
                records.close();
            } catch (IOException failure) {
                throw unreadable(failure);
            }
        }
    }

    private UsageException withoutHeader() {
        return new UsageException(Problem.of(
                name() + " has no header with a known column",
                "the first line names no column such as Device Serial Number, Windows Product ID or Hardware Hash",
                "give the CSV file that was uploaded, with its header; separators are comma, semicolon and tab"));
    }

    /**
     * A line of the file.
     *
     * @param number the number of the line in the file, from 1
     * @param bytes the bytes, with the line end
     * @param device what identifies the device
     */
    public record Line(long number, byte[] bytes, UploadLine device) {}
}
