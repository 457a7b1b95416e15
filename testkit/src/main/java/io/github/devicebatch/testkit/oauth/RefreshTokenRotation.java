package io.github.devicebatch.testkit.oauth;

/** Effect of a refresh on the refresh token itself. */
public enum RefreshTokenRotation {
    /** The response has a new refresh token; the old one becomes invalid at once. */
    INVALIDATE_OLD,

    /** The response has a new refresh token; the old one stays valid, as at the identity platform. */
    KEEP_OLD,

    /** The response has no new refresh token; the old one stays valid. */
    NO_NEW_TOKEN
}
