package io.github.devicebatch.testkit.http;

import java.time.Duration;

/** Sends what comes before {@code origin} at once, and from there on {@code bytes} bytes every {@code pause}. */
public record DrippingReply(WholeReply whole, TruncatedReply.Origin origin, int bytes, Duration pause)
        implements Reply {

    public DrippingReply {
        if (bytes < 1) {
            throw new IllegalArgumentException("not a number of bytes that ever ends: " + bytes);
        }
        if (!pause.isPositive()) {
            throw new IllegalArgumentException("not a pause: " + pause);
        }
    }
}
