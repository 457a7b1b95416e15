package io.github.devicebatch.testkit.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A buffered reader of lines and bytes from a connection. Not thread-safe. */
final class LineReader {

    static final int MAX_LINE_LENGTH = 8_192;

    private final InputStream input;
    private final byte[] buffer = new byte[MAX_LINE_LENGTH + 1];
    private int start;
    private int end;

    LineReader(InputStream input) {
        this.input = input;
    }

    /**
     * Reads a line without its end.
     *
     * @param statusIfTooLong the HTTP status of the error for a line that is too long
     * @return the line, or empty at the end of the stream
     * @throws EOFException if the stream ends in a line
     */
    Optional<String> line(int statusIfTooLong) throws IOException, RequestReader.UnacceptableRequestException {
        int length = 0;
        while (start + length == end || buffer[start + length] != '\n') {
            if (start + length < end) {
                length++;
            } else if (length == buffer.length) {
                throw new RequestReader.UnacceptableRequestException(
                        statusIfTooLong, "A line is longer than " + MAX_LINE_LENGTH + " bytes.");
            } else if (!fill()) {
                return endAfter(length);
            }
        }
        int text = length > 0 && buffer[start + length - 1] == '\r' ? length - 1 : length;
        Optional<String> line = Optional.of(new String(buffer, start, text, ISO_8859_1));
        start += length + 1;
        return line;
    }

    /** Waits for a byte or the end of the stream; returns at once if a byte was read before. */
    void awaitInput() throws IOException {
        if (start == end) {
            fill();
        }
    }

    /**
     * Reads exactly {@code count} bytes. Memory is allocated only for bytes that arrive.
     *
     * @throws EOFException if the stream ends before
     */
    byte[] bytes(int count) throws IOException {
        int buffered = Math.min(count, end - start);
        byte[] rest = input.readNBytes(count - buffered);
        if (rest.length < count - buffered) {
            throw new EOFException();
        }
        byte[] bytes = new byte[count];
        System.arraycopy(buffer, start, bytes, 0, buffered);
        System.arraycopy(rest, 0, bytes, buffered, rest.length);
        start += buffered;
        return bytes;
    }

    /** Moves the unread bytes to the front, reads more after them, and returns false at the end of the stream. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        int read = input.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read >= 0;
    }

    private static Optional<String> endAfter(int length) throws EOFException {
        if (length > 0) {
            throw new EOFException();
        }
        return Optional.empty();
    }
}
