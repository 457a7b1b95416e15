package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.auth.TokenException;
import java.time.Duration;
import java.util.Optional;

/**
 * Signals that there is no access token at the moment: the issuer can't be reached, is too slow, throttles or fails. The query
 * ends with {@code Unavailable}, or is retried where that may help.
 */
public final class AccessTokenUnavailableException extends AccessTokenException {

    private static final long serialVersionUID = 1;

    /** Category of the failure. */
    private final UnavailabilityCause cause;

    /** The party that failed. */
    private final Party party;

    /** Description of the failure. */
    private final String detail;

    private final transient Optional<Duration> retryAfter;

    /**
     * Creates an exception of a source of the caller's own. The party of the answer is {@link Party#IDENTITY_PLATFORM}.
     *
     * @param cause category of the failure; {@code UNREACHABLE}, {@code TIMED_OUT}, {@code THROTTLED} and {@code FAILING} are
     *     retried
     * @param detail description of the failure, safe to show, and without a secret; not blank
     * @param retryAfter delay before the next request that the issuer asks for, if it does; not negative
     * @throws IllegalArgumentException if {@code detail} is blank or {@code retryAfter} negative
     */
    public AccessTokenUnavailableException(UnavailabilityCause cause, String detail, Optional<Duration> retryAfter) {
        this(new TokenException.Failure.Unavailable(
                requireNonNull(cause, "cause"), Party.IDENTITY_PLATFORM, detail, retryAfter));
        Validation.require(!detail.isBlank(), "detail is a text", "blank");
        Validation.require(retryAfter.filter(Duration::isNegative).isEmpty(), "retryAfter is not negative", retryAfter);
    }

    AccessTokenUnavailableException(TokenException.Failure.Unavailable unavailable) {
        super(unavailable);
        this.cause = unavailable.cause();
        this.party = unavailable.party();
        this.detail = unavailable.detail();
        this.retryAfter = unavailable.retryAfter();
    }

    /**
     * Returns the category of the failure.
     *
     * @return the cause
     */
    public UnavailabilityCause cause() {
        return cause;
    }

    /**
     * Returns the description of the failure.
     *
     * @return the text
     */
    public String detail() {
        return detail;
    }

    /**
     * Returns the delay before the next request that the issuer asks for, counted from when this was thrown.
     *
     * @return the delay, if there is one
     */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /**
     * Returns the party that failed: for a source of this module the identity platform, a proxy, or this program.
     *
     * @return the party
     */
    public Party party() {
        return party;
    }

    @Override
    TokenException.Failure failure() {
        return new TokenException.Failure.Unavailable(cause, party, detail, retryAfter);
    }
}
