package io.github.devicebatch.cli.terminal;

import java.io.Writer;
import java.util.function.UnaryOperator;

/**
 * Lets a library that wants a {@link Writer} write to standard output, in whole lines: at a flush, or when many wait.
 * Whoever is cut off leaves no half a line behind.
 */
public final class LineBufferedWriter extends Writer {

    private static final int MANY = 8_192;

    private final StandardOutput output;
    private final UnaryOperator<String> rewriting;
    private final StringBuilder waiting = new StringBuilder();

    /** Passes what is written through {@code rewriting}, which sees it in pieces of any length. */
    public LineBufferedWriter(StandardOutput output, UnaryOperator<String> rewriting) {
        this.output = output;
        this.rewriting = rewriting;
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        waiting.append(characters, offset, length);
        if (waiting.length() > MANY) {
            flush();
        }
    }

    /**
     * Sees off the lines that wait, but for one without an end.
     *
     * @throws StandardOutput.OutputException if the text cannot be written
     */
    @Override
    public void flush() {
        int whole = waiting.lastIndexOf("\n") + 1;
        if (whole > 0) {
            output.text(rewriting.apply(waiting.substring(0, whole)));
            waiting.delete(0, whole);
        }
    }

    /** Ends the line that waits, if there is one, and sees it off. */
    @Override
    public void close() {
        if (!waiting.isEmpty() && waiting.charAt(waiting.length() - 1) != '\n') {
            waiting.append('\n');
        }
        flush();
    }
}
