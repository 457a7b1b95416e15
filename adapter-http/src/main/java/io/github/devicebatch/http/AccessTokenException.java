package io.github.devicebatch.http;

/**
 * A source of access tokens has none to give, for a reason outside the program.
 *
 * <p>Any source may throw one of the two kinds, and the question that needed the token then has the matching answer. What
 * they say reaches logs and people, so it MUST NOT contain a secret.
 */
public abstract sealed class AccessTokenException extends RuntimeException
        permits AccessTokenRefusedException, AccessTokenUnavailableException {

    private static final long serialVersionUID = 1;

    AccessTokenException(String message) {
        super(message);
    }
}
