package io.github.devicebatch.cli.terminal;

import java.io.IOException;

/** Standard output or standard error of the process. */
public enum StandardStream {
    OUT(1),
    ERR(2);

    private final StandardDescriptor descriptor;

    StandardStream(int number) {
        this.descriptor = StandardDescriptor.of(number);
    }

    /** Returns whether this stream is a terminal. */
    boolean isTerminal() {
        return descriptor.isTerminal();
    }

    /** Returns the exception for a failed write, by its cause. */
    IOException classified(IOException failure) {
        return descriptor.classifiedWrite(failure);
    }
}
