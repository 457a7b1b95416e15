package io.github.devicebatch.testkit.oauth;

import java.util.Optional;

/** What {@link TokenEndpoint} answers when it is asked whether the user has signed in with a device code. */
public enum DeviceCodePoll {
    /** Not yet: {@code authorization_pending}. */
    PENDING(error("authorization_pending", 70_016, "Authorization is pending. Continue polling.")),

    /** Not yet, and the client asks too often: {@code slow_down}. */
    SLOW_DOWN(error("slow_down", 70_016, "Authorization is pending. Poll less often.")),

    /** The user has signed in: tokens. */
    APPROVED(Optional.empty()),

    /** The user does not want to: {@code authorization_declined}. */
    DECLINED(error("authorization_declined", 65_004, "The user declined the authorization.")),

    /** Too late: {@code expired_token}. */
    EXPIRED(error(
            "expired_token",
            70_020,
            "The provided value for the input parameter 'device_code' is not valid. This device code has expired."));

    private final Optional<OAuthException> error;

    DeviceCodePoll(Optional<OAuthException> error) {
        this.error = error;
    }

    /** Does nothing if the user has signed in. */
    void refuseUnlessApproved() throws OAuthException.RefusedGrantException {
        if (error.isPresent()) {
            throw error.get().refusal();
        }
    }

    private static Optional<OAuthException> error(String error, long code, String description) {
        return Optional.of(new OAuthException(400, error, code, description));
    }
}
