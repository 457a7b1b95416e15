package io.github.devicebatch.testkit.http;

import java.util.OptionalInt;

/**
 * A response that is sent in two TCP segments.
 *
 * @param whole the response
 * @param length the length of the first segment in bytes; beyond the end means the end
 */
public record SplitReply(WholeReply whole, int length) implements Reply {

    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public SplitReply {
        length = WholeReply.checkedLength(length);
    }

    @Override
    public OptionalInt sentStatus() {
        return whole.sentStatus();
    }
}
