package io.github.devicebatch.http;

import io.github.devicebatch.http.auth.TokenException;

/**
 * Signals that an {@link AccessTokenSource} has no token for a reason outside the program.
 *
 * <p>Any source may throw one of the two kinds, and the query that needs the token ends with the matching answer. Messages,
 * faults and details are logged and shown, so they MUST NOT contain a secret.
 */
public abstract sealed class AccessTokenException extends RuntimeException
        permits AccessTokenRefusedException, AccessTokenUnavailableException {

    private static final long serialVersionUID = 1;

    AccessTokenException(TokenException.Failure failure) {
        super(failure.message());
    }

    static AccessTokenException of(TokenException.Failure failure) {
        return switch (failure) {
            case TokenException.Failure.Refused refused -> new AccessTokenRefusedException(refused);
            case TokenException.Failure.Unavailable unavailable -> new AccessTokenUnavailableException(unavailable);
        };
    }

    abstract TokenException.Failure failure();
}
