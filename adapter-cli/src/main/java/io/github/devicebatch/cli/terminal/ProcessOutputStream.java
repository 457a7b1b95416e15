package io.github.devicebatch.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * Output stream of the process. A write that fails because the reader of a pipe has gone throws a {@link ReaderGoneException}. This
 * is decided by the kind of the file, because the system reports the failure in the language of the user.
 */
final class ProcessOutputStream extends OutputStream {

    private final OutputStream stream;
    private final BooleanSupplier isPipe;

    /**
     * Creates the stream.
     *
     * @param stream the stream to write to
     * @param isPipe whether it leads to another process; asked after a failure only
     */
    ProcessOutputStream(OutputStream stream, BooleanSupplier isPipe) {
        this.stream = stream;
        this.isPipe = isPipe;
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
            throw classified(failure);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            stream.flush();
        } catch (IOException failure) {
            throw classified(failure);
        }
    }

    /** A pipe has no disk that can be full: the only failure of a write is that it has no reader. */
    private IOException classified(IOException failure) {
        return isPipe.getAsBoolean() ? new ReaderGoneException(failure) : failure;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
