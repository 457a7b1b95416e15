package io.github.devicebatch.testkit.oauth;

/**
 * An error of the token endpoint.
 *
 * @param status the HTTP status
 * @param error the error in OAuth's words
 * @param code the number behind {@code AADSTS}
 * @param description what went wrong, without the number
 */
public record OAuthException(int status, String error, long code, String description) {

    public static RefusedGrantException missing(String parameter, String hint) {
        return request(900_144, "The request body must contain the following parameter: '" + parameter + "'." + hint);
    }

    public static RefusedGrantException duplicate(String parameter) {
        return request(
                9_000_411, "The request is not properly formatted. The parameter '" + parameter + "' is duplicated.");
    }

    static RefusedGrantException request(long code, String description) {
        return new OAuthException(400, "invalid_request", code, description).refusal();
    }

    /** The application does not show who it is. */
    static RefusedGrantException client(long code, String description) {
        return new OAuthException(401, "invalid_client", code, description).refusal();
    }

    /** The refresh token or device code is no good. */
    static RefusedGrantException grant(long code, String description) {
        return new OAuthException(400, "invalid_grant", code, description).refusal();
    }

    static RefusedGrantException scope(long code, String description) {
        return new OAuthException(400, "invalid_scope", code, description).refusal();
    }

    RefusedGrantException refusal() {
        return new RefusedGrantException(this);
    }

    /** Says that a request at the token endpoint gets no token, and what it gets instead. */
    public static final class RefusedGrantException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient OAuthException error;

        RefusedGrantException(OAuthException error) {
            super(error.toString());
            this.error = error;
        }

        OAuthException error() {
            return error;
        }
    }
}
