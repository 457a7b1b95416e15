package io.github.devicebatch.testkit.oauth;

/** For whom {@link TokenEndpoint} issued an access token. */
public enum AccessTokenKind {
    /** For an application on its own, by client credentials. */
    APP_ONLY,

    /** For an application on behalf of a user who signed in with more than one factor. */
    APP_USER,

    /** For an application on behalf of a user who signed in with a password only: Partner Center refuses it, 900421. */
    APP_USER_WITHOUT_MULTI_FACTOR
}
