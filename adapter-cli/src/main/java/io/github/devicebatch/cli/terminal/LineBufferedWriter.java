package io.github.devicebatch.cli.terminal;

import java.io.Writer;
import java.util.function.UnaryOperator;

/**
 * {@link Writer} to standard output for libraries that need one. It writes whole lines, at a flush or when the buffer holds more than
 * 8,192 characters, so that a run that is killed leaves no partial line. A line of more than 65,536 characters is written in pieces,
 * because a line may have more characters than the memory can hold.
 */
public final class LineBufferedWriter extends Writer {

    private static final int BUFFER_SIZE = 8_192;
    private static final int MAX_WHOLE_LINE = 65_536;

    private final StandardOutput output;
    private final UnaryOperator<String> filter;
    private final StringBuilder buffer = new StringBuilder();
    private int complete;

    /** Whether the beginning of the line in the buffer has been written already. */
    private boolean isBegun;

    /** Creates a writer that passes its text through {@code filter}, in pieces that end with any line or character. */
    public LineBufferedWriter(StandardOutput output, UnaryOperator<String> filter) {
        this.output = output;
        this.filter = filter;
    }

    /** Searches only the new characters for the end of a line, because a line may have megabytes. */
    @Override
    public void write(char[] characters, int offset, int length) {
        for (int index = length - 1; index >= 0; index--) {
            if (characters[offset + index] == '\n') {
                complete = buffer.length() + index + 1;
                break;
            }
        }
        buffer.append(characters, offset, length);
        if (buffer.length() > BUFFER_SIZE) {
            flush();
        }
        if (buffer.length() > MAX_WHOLE_LINE) {
            writePiece();
        }
    }

    /** Writes the buffer, but not the first half of a surrogate pair. */
    private void writePiece() {
        boolean isSplit = Character.isHighSurrogate(buffer.charAt(buffer.length() - 1));
        writeFirst(buffer.length() - (isSplit ? 1 : 0));
        isBegun = true;
    }

    private void writeFirst(int length) {
        output.text(filter.apply(buffer.substring(0, length)));
        buffer.delete(0, length);
    }

    /**
     * Writes the complete lines of the buffer; an incomplete line stays there, unless it is too long.
     *
     * @throws StandardOutput.OutputException if standard output cannot be written
     */
    @Override
    public void flush() {
        if (complete > 0) {
            writeFirst(complete);
            complete = 0;
            isBegun = false;
        }
    }

    /**
     * Drops the text that has not been written. If that is the end of a line, the line ends there, so that the next one begins on its
     * own.
     *
     * @throws StandardOutput.OutputException if standard output cannot be written
     */
    public void abandon() {
        buffer.setLength(0);
        complete = 0;
        if (isBegun) {
            isBegun = false;
            output.line("");
        }
    }

    /** Writes the whole buffer and ends an incomplete line. */
    @Override
    public void close() {
        boolean isIncomplete = buffer.isEmpty() ? isBegun : buffer.charAt(buffer.length() - 1) != '\n';
        if (isIncomplete) {
            buffer.append('\n');
            complete = buffer.length();
        }
        flush();
    }
}
