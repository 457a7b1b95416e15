package io.github.devicebatch.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Standard output, in UTF-8 whatever the locale and line by line. It is no {@link java.io.PrintStream}, because that hides
 * whether the reader has gone ({@code | head -1}) or the disk is full.
 */
public record StandardOutput(OutputStream stream) {

    private static final String READER_GONE = "Broken pipe";

    /**
     * Writes one line and flushes it.
     *
     * @throws OutputException if it cannot be written
     */
    public void line(String text) {
        text(text + '\n');
    }

    /**
     * Writes text as it is and flushes it.
     *
     * @throws OutputException if it cannot be written
     */
    public void text(String text) {
        try {
            stream.write(text.getBytes(UTF_8));
            stream.flush();
        } catch (IOException failure) {
            throw new OutputException(failure);
        }
    }

    /** A failed write to standard output. */
    public static final class OutputException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OutputException(IOException cause) {
            super(cause.getMessage(), cause);
        }

        /** Returns whether the reader has closed the pipe, as {@code | head -1} does. */
        public boolean readerGone() {
            return READER_GONE.equals(getMessage());
        }
    }
}
