package io.github.devicebatch.http;

import java.time.Duration;
import java.time.Instant;

/**
 * An access token with the time for which it is good.
 *
 * @param token the token
 * @param renewal from when on another one should be got
 * @param end when it ends
 */
record Issued(AccessToken token, Instant renewal, Instant end) {

    private static final Duration MARGIN = Duration.ofMinutes(5);

    /** A token is renewed 5 minutes before its end; one that lives less than 10 minutes, when half of its life is over. */
    static Issued at(Instant now, AccessToken token, Duration lifetime) {
        Instant end = now.plus(lifetime);
        Duration half = lifetime.dividedBy(2);
        return new Issued(token, end.minus(half.compareTo(MARGIN) < 0 ? half : MARGIN), end);
    }

    boolean isFresh(Instant now) {
        return now.isBefore(renewal);
    }

    boolean isUsable(Instant now) {
        return now.isBefore(end);
    }
}
