package io.github.devicebatch.testkit.oauth;

import static java.util.Objects.requireNonNull;

/** An error of the token endpoint in the terms of RFC 6749, with the vendor's error code. */
final class OAuthException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;
    private final long code;

    /**
     * Creates an error.
     *
     * @param status the HTTP status
     * @param error the value of the member {@code error}
     * @param code the number after {@code AADSTS}
     * @param description the description, without the number
     */
    OAuthException(int status, String error, long code, String description) {
        super(description);
        this.status = status;
        this.error = error;
        this.code = code;
    }

    static OAuthException missing(String parameter, String hint) {
        return invalidRequest(
                900_144, "The request body must contain the following parameter: '" + parameter + "'." + hint);
    }

    static OAuthException duplicate(String parameter) {
        return invalidRequest(
                9_000_411, "The request is not properly formatted. The parameter '" + parameter + "' is duplicated.");
    }

    static OAuthException invalidRequest(long code, String description) {
        return new OAuthException(400, "invalid_request", code, description);
    }

    static OAuthException invalidClient(long code, String description) {
        return new OAuthException(401, "invalid_client", code, description);
    }

    static OAuthException invalidGrant(long code, String description) {
        return new OAuthException(400, "invalid_grant", code, description);
    }

    static OAuthException invalidScope(long code, String description) {
        return new OAuthException(400, "invalid_scope", code, description);
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    long code() {
        return code;
    }

    String description() {
        return requireNonNull(getMessage());
    }
}
