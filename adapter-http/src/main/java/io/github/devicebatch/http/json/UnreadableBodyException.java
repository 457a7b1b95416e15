package io.github.devicebatch.http.json;

/** Signals a malformed or unexpected body. The message completes "the body can't be trusted: " and quotes nothing. */
public final class UnreadableBodyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnreadableBodyException(String why) {
        super(why, null, false, false);
    }
}
