package io.github.devicebatch.cli.input;

import java.io.IOException;

/** List that is not in its format. The message says where and what, and what to do. */
final class ListFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    ListFormatException(String message) {
        super(message);
    }
}
