package io.github.devicebatch.http.auth;

import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.AccessTokenException;
import io.github.devicebatch.http.AccessTokenRefusedException;
import io.github.devicebatch.http.AccessTokenUnavailableException;
import java.time.Duration;
import java.time.Instant;

/**
 * A request for a token that failed. For a while nobody asks again: as long as the platform said, if it did; else 30 seconds
 * if it refused, or if there is still an old token; else no longer than the shortest pause between two attempts of a
 * question, so that each attempt may ask, and many questions at once ask once.
 *
 * @param failure what was said
 * @param since when
 */
record RecentTokenFailure(AccessTokenException failure, Instant since) {

    private static final Duration NO_HURRY = Duration.ofSeconds(30);
    private static final Duration HURRY = Duration.ofMillis(400);

    /** Tells whether a failure is of the thread that asked only: its question's time was up. */
    static boolean isOwn(AccessTokenException failure) {
        return failure instanceof AccessTokenUnavailableException unavailable
                && unavailable.cause() == UnavailabilityCause.DEADLINE;
    }

    boolean holdsBack(Instant now, boolean hasOldToken) {
        Duration least = hasOldToken ? NO_HURRY : Duration.ZERO;
        Duration told = waitFor();
        return now.isBefore(since.plus(told.compareTo(least) > 0 ? told : least));
    }

    private Duration waitFor() {
        return switch (failure) {
            case AccessTokenRefusedException refused -> NO_HURRY;
            case AccessTokenUnavailableException unavailable ->
                unavailable.retryAfter().orElse(HURRY);
        };
    }

    /** Says the same to somebody who comes later. */
    AccessTokenException again(Instant now) {
        return switch (failure) {
            case AccessTokenRefusedException refused -> new AccessTokenRefusedException(refused.fault());
            case AccessTokenUnavailableException unavailable ->
                new AccessTokenUnavailableException(
                        unavailable.cause(),
                        unavailable.detail(),
                        unavailable.retryAfter().map(told -> left(told, now)));
        };
    }

    private Duration left(Duration told, Instant now) {
        Duration left = told.minus(Duration.between(since, now));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
