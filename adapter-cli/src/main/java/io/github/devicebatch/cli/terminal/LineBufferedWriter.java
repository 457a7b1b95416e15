package io.github.devicebatch.cli.terminal;

import java.io.Writer;
import java.util.function.UnaryOperator;

/**
 * {@link Writer} to standard output for libraries that need one. It writes whole lines only, at a flush or when the buffer
 * holds more than 8,192 characters, so that a run that is killed leaves no partial line.
 */
public final class LineBufferedWriter extends Writer {

    private static final int BUFFER_SIZE = 8_192;

    private final StandardOutput output;
    private final UnaryOperator<String> filter;
    private final StringBuilder buffer = new StringBuilder();
    private int complete;

    /** Creates a writer that passes its text through {@code filter}, in pieces of any number of whole lines. */
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
    }

    /**
     * Writes the complete lines of the buffer; an incomplete line stays there.
     *
     * @throws StandardOutput.OutputException if standard output cannot be written
     */
    @Override
    public void flush() {
        if (complete > 0) {
            output.text(filter.apply(buffer.substring(0, complete)));
            buffer.delete(0, complete);
            complete = 0;
        }
    }

    /** Writes the whole buffer and ends an incomplete line. */
    @Override
    public void close() {
        if (!buffer.isEmpty() && buffer.charAt(buffer.length() - 1) != '\n') {
            buffer.append('\n');
            complete = buffer.length();
        }
        flush();
    }
}
