package io.github.devicebatch.cli.terminal;

import java.io.IOException;

/** Signals that a standard stream was closed when the process started, as after {@code >&-}. */
public final class ClosedStreamException extends IOException {

    private static final long serialVersionUID = 1L;
    private static final String MESSAGE = "it is closed";

    public ClosedStreamException() {
        super(MESSAGE);
    }

    public ClosedStreamException(IOException cause) {
        super(MESSAGE, cause);
    }
}
