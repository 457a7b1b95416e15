package io.github.devicebatch.http.auth;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.UnavailabilityCause;
import java.time.Duration;
import java.util.Optional;

/** Signals that there is no access token. */
public final class TokenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    public TokenException(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    static TokenException refused(Party party, Fault fault) {
        return new TokenException(new Failure.Refused(party, fault));
    }

    static TokenException unavailable(UnavailabilityCause cause, Party party, String detail) {
        return new TokenException(new Failure.Unavailable(cause, party, detail, Optional.empty()));
    }

    public Failure failure() {
        return failure;
    }

    /** Reason why there is no access token. */
    public sealed interface Failure {

        /** Returns the message of an exception with this failure. */
        default String message() {
            return switch (this) {
                case Refused refused -> "no access token: " + refused.fault();
                case Unavailable unavailable ->
                    "no access token at the moment: " + unavailable.cause() + ", " + unavailable.detail();
            };
        }

        /**
         * A refusal, which a later request does not change.
         *
         * @param party the party that refused; {@link Party#CLIENT} for a credential that this program can't read
         */
        record Refused(Party party, Fault fault) implements Failure {}

        /**
         * A failure that a later request may not meet.
         *
         * @param party the party that failed
         * @param retryAfter the delay that the party asks for
         */
        record Unavailable(UnavailabilityCause cause, Party party, String detail, Optional<Duration> retryAfter)
                implements Failure {}
    }
}
