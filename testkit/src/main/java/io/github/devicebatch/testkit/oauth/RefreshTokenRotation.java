package io.github.devicebatch.testkit.oauth;

/** What becomes of a refresh token when {@link TokenEndpoint} exchanges it for an access token. */
public enum RefreshTokenRotation {
    /** A new one comes and the old one is dead at once. */
    OLD_DIES,

    /** A new one comes and the old one stays good, as at the identity platform. */
    OLD_STAYS,

    /** No new one comes; the old one stays good. */
    NO_NEW_ONE
}
