package io.github.devicebatch.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Standard output, in UTF-8 regardless of the locale. Not a {@link java.io.PrintStream}, which would hide that the pipe is
 * closed ({@code | head -1}) or the disk is full.
 */
public record StandardOutput(OutputStream stream) {

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
        bytes(text.getBytes(UTF_8));
    }

    /**
     * Writes bytes as they are and flushes them.
     *
     * @throws OutputException if they cannot be written
     */
    public void bytes(byte[] bytes) {
        try {
            stream.write(bytes);
            stream.flush();
        } catch (IOException failure) {
            throw failure(failure);
        }
    }

    /** Returns the exception for a failure to write to {@link #stream} directly. */
    public OutputException failure(IOException cause) {
        return new OutputException(cause);
    }

    /** Failure to write to standard output. */
    public static final class OutputException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OutputException(IOException cause) {
            super(cause.getMessage(), cause);
        }

        /** Returns whether the reader has closed the pipe, so that the process should end without a message. */
        public boolean readerGone() {
            return getCause() instanceof ReaderGoneException;
        }

        /** Returns whether standard output was closed from the beginning. */
        public boolean isClosed() {
            return getCause() instanceof ClosedStreamException;
        }
    }
}
