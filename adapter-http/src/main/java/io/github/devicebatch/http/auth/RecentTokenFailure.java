package io.github.devicebatch.http.auth;

import io.github.devicebatch.application.UnavailabilityCause;
import java.time.Duration;
import java.time.Instant;

/**
 * A failed token request, which holds back the next one for a while.
 *
 * @param exception the failure
 * @param since when it occurred
 */
record RecentTokenFailure(TokenException exception, Instant since) {

    private static final Duration LONG_HOLD = Duration.ofSeconds(30);

    /** Shorter than the shortest pause before a retry, so that each attempt of a query makes a new request. */
    private static final Duration SHORT_HOLD = Duration.ofMillis(400);

    /** Checks for a failure of one query only: its own deadline passed. */
    static boolean isOfOneQuery(TokenException exception) {
        return exception.failure() instanceof TokenException.Failure.Unavailable unavailable
                && unavailable.cause() == UnavailabilityCause.DEADLINE;
    }

    /** Checks whether no new request may be sent yet. A usable old token leaves more time. */
    boolean holdsBack(Instant now, boolean hasUsableToken) {
        Duration min = hasUsableToken ? LONG_HOLD : Duration.ZERO;
        Duration hold = hold();
        return now.isBefore(since.plus(hold.compareTo(min) > 0 ? hold : min));
    }

    private Duration hold() {
        return switch (exception.failure()) {
            case TokenException.Failure.Refused refused -> LONG_HOLD;
            case TokenException.Failure.Unavailable unavailable ->
                unavailable.retryAfter().orElse(SHORT_HOLD);
        };
    }

    /** Returns a new exception with the same failure and what is left of its delay. */
    TokenException at(Instant now) {
        return new TokenException(
                switch (exception.failure()) {
                    case TokenException.Failure.Refused refused -> refused;
                    case TokenException.Failure.Unavailable unavailable ->
                        new TokenException.Failure.Unavailable(
                                unavailable.cause(),
                                unavailable.party(),
                                unavailable.detail(),
                                unavailable.retryAfter().map(delay -> left(delay, now)));
                });
    }

    private Duration left(Duration delay, Instant now) {
        Duration left = delay.minus(Duration.between(since, now));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
