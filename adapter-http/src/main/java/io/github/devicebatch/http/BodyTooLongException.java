package io.github.devicebatch.http;

import java.io.IOException;

/** The body of a response is longer than any answer can be, and the rest of it was not read. */
final class BodyTooLongException extends IOException {

    private static final long serialVersionUID = 1;

    BodyTooLongException() {
        super("the body is longer than any answer can be");
    }
}
