package io.github.devicebatch.cli;

import java.io.Writer;
import java.util.function.UnaryOperator;

/** Lets a library that wants a {@link Writer} write to standard output, in whole pieces: at a flush, or when many wait. */
final class OutputWriter extends Writer {

    private static final int MANY = 8_192;

    private final Output output;
    private final UnaryOperator<String> rewriting;
    private final StringBuilder waiting = new StringBuilder();

    /** Passes what is written through {@code rewriting}, which sees it in pieces of any length. */
    OutputWriter(Output output, UnaryOperator<String> rewriting) {
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
     * Sees off what waits.
     *
     * @throws ReaderGone if nobody reads any more
     */
    @Override
    public void flush() {
        if (!waiting.isEmpty()) {
            output.text(rewriting.apply(waiting.toString()));
            waiting.setLength(0);
        }
    }

    @Override
    public void close() {
        flush();
    }
}
