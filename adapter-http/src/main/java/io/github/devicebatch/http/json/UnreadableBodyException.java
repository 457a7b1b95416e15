package io.github.devicebatch.http.json;

/** A body is not what it should be. The message says how, in words that follow "the answer can't be trusted:". */
public final class UnreadableBodyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnreadableBodyException(String why) {
        super(why, null, false, false);
    }
}
