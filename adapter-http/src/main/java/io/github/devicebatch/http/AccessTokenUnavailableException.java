package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.UnavailabilityCause;
import java.time.Duration;
import java.util.Optional;

/**
 * There is no access token at the moment: whoever issues them can't be reached, is too slow, too busy or failing. The
 * question is answered with {@code Unavailable} and asked again where that may help.
 */
public final class AccessTokenUnavailableException extends AccessTokenException {

    private static final long serialVersionUID = 1;

    /** Why, roughly. */
    private final UnavailabilityCause cause;

    /** What happened. */
    private final String detail;

    private final transient Optional<Duration> retryAfter;

    /**
     * Says why.
     *
     * @param cause why, roughly; {@code UNREACHABLE}, {@code TIMED_OUT}, {@code THROTTLED} and {@code FAILING} are asked
     *     again
     * @param detail what happened, in words, safe to show, and without a secret; not blank
     * @param retryAfter how long to leave the issuer alone, if it said so; not negative
     * @throws IllegalArgumentException if {@code detail} is blank or {@code retryAfter} negative
     */
    public AccessTokenUnavailableException(UnavailabilityCause cause, String detail, Optional<Duration> retryAfter) {
        super("no access token is to be had now: " + requireNonNull(cause, "cause") + ", " + detail);
        Validation.demand(!detail.isBlank(), "detail says what happened", "a blank");
        Validation.demand(retryAfter.filter(Duration::isNegative).isEmpty(), "retryAfter is not negative", retryAfter);
        this.cause = cause;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    /**
     * Tells why, roughly.
     *
     * @return the cause
     */
    public UnavailabilityCause cause() {
        return cause;
    }

    /**
     * Tells what happened.
     *
     * @return the words
     */
    public String detail() {
        return detail;
    }

    /**
     * Tells how long the issuer asked to be left alone, counted from when this was thrown.
     *
     * @return how long, if it did
     */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
