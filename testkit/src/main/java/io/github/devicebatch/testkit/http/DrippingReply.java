package io.github.devicebatch.testkit.http;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * A response that is sent in small pieces.
 *
 * @param whole the response
 * @param origin the point up to which it is sent at once
 * @param bytes the length of each further piece, at least 1
 * @param pause the time between two pieces, in real time
 */
public record DrippingReply(WholeReply whole, TruncatedReply.Origin origin, int bytes, Duration pause)
        implements Reply {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if {@code bytes} or {@code pause} is not positive
     */
    public DrippingReply {
        if (bytes < 1) {
            throw new IllegalArgumentException("the number of bytes must be at least 1, not " + bytes);
        }
        if (!pause.isPositive()) {
            throw new IllegalArgumentException("the pause must be positive, not " + pause);
        }
    }

    @Override
    public OptionalInt sentStatus() {
        return whole.sentStatus();
    }
}
