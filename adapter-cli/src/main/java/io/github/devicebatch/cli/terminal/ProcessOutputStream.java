package io.github.devicebatch.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.UnaryOperator;

/** Output stream of the process, whose failures tell their cause by their type, such as {@link ReaderGoneException}. */
final class ProcessOutputStream extends OutputStream {

    private final OutputStream stream;
    private final UnaryOperator<IOException> classification;

    /**
     * Creates the stream.
     *
     * @param stream the stream to write to
     * @param classification returns the exception to throw in place of one of {@code stream}
     */
    ProcessOutputStream(OutputStream stream, UnaryOperator<IOException> classification) {
        this.stream = stream;
        this.classification = classification;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            stream.write(bytes, offset, length);
        } catch (IOException failure) {
            throw classification.apply(failure);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            stream.flush();
        } catch (IOException failure) {
            throw classification.apply(failure);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
