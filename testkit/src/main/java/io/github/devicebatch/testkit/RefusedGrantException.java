package io.github.devicebatch.testkit;

/** Says that a request at the token endpoint gets no token, and what it gets instead. */
final class RefusedGrantException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient TokenError error;

    RefusedGrantException(TokenError error) {
        super(error.toString());
        this.error = error;
    }

    TokenError error() {
        return error;
    }
}
