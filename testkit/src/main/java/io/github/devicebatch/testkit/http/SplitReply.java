package io.github.devicebatch.testkit.http;

/** Sends {@code whole} in two segments, the first of which has {@code length} bytes. */
public record SplitReply(WholeReply whole, int length) implements Reply {

    public SplitReply {
        length = WholeReply.checked(length);
    }
}
