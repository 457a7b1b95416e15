package io.github.devicebatch.testkit.oauth;

import java.util.Optional;

/** Result of a poll with a device code, as {@link TokenEndpoint} reports it. */
public enum DeviceCodePoll {
    /** The user has not signed in yet: {@code authorization_pending}. */
    PENDING,

    /** The user has not signed in yet, and the client polls too often: {@code slow_down}. */
    SLOW_DOWN,

    /** The user has signed in: tokens. */
    APPROVED,

    /** The user has declined: {@code authorization_declined}. */
    DECLINED,

    /** The device code has expired: {@code expired_token}. */
    EXPIRED;

    /** Returns the error of this result, or empty for {@link #APPROVED}. */
    Optional<OAuthException> error() {
        return switch (this) {
            case PENDING -> error("authorization_pending", 70_016, "Authorization is pending. Continue polling.");
            case SLOW_DOWN -> error("slow_down", 70_016, "Authorization is pending. Poll less often.");
            case APPROVED -> Optional.empty();
            case DECLINED -> error("authorization_declined", 65_004, "The user declined the authorization.");
            case EXPIRED ->
                error(
                        "expired_token",
                        70_020,
                        "The provided value for the input parameter 'device_code' is not valid."
                                + " This device code has expired.");
        };
    }

    private static Optional<OAuthException> error(String error, long code, String description) {
        return Optional.of(new OAuthException(400, error, code, description));
    }
}
