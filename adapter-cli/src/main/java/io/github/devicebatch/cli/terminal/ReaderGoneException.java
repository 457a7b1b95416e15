package io.github.devicebatch.cli.terminal;

import java.io.IOException;

/** Signals that the reader of a pipe or socket has closed it. */
public final class ReaderGoneException extends IOException {

    private static final long serialVersionUID = 1L;

    public ReaderGoneException(IOException cause) {
        super(cause);
    }
}
