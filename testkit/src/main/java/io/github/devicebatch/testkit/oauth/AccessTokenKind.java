package io.github.devicebatch.testkit.oauth;

/** Grant and sign-in by which {@link TokenEndpoint} issued an access token. */
public enum AccessTokenKind {
    /** Client credentials: the application without a user. */
    APP_ONLY,

    /** On behalf of a user who signed in with multi-factor authentication. */
    APP_USER,

    /** On behalf of a user who signed in without multi-factor authentication: Partner Center rejects it with 900421. */
    APP_USER_WITHOUT_MULTI_FACTOR
}
