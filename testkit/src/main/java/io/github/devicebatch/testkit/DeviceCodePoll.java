package io.github.devicebatch.testkit;

/** What {@link TokenEndpoint} answers when it is asked whether the user has signed in with a device code. */
public enum DeviceCodePoll {
    /** Not yet: {@code authorization_pending}. */
    PENDING,

    /** Not yet, and the client asks too often: {@code slow_down}. */
    SLOW_DOWN,

    /** The user has signed in: tokens. */
    APPROVED,

    /** The user does not want to: {@code authorization_declined}. */
    DECLINED,

    /** Too late: {@code expired_token}. */
    EXPIRED
}
