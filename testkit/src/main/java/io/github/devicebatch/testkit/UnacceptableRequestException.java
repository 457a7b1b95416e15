package io.github.devicebatch.testkit;

/** The bytes are not a request that can be answered; the connection cannot go on after the refusal. */
final class UnacceptableRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient HttpReply refusal;

    UnacceptableRequestException(int status, String description) {
        super(description);
        this.refusal = Reply.fault(status, Integer.toString(status), description);
    }

    HttpReply refusal() {
        return refusal;
    }
}
