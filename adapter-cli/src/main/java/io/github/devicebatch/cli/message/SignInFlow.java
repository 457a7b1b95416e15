package io.github.devicebatch.cli.message;

/** Way in which a run gets its access tokens. The advice after a refusal depends on it. */
public enum SignInFlow {
    /** A token from a variable, a file, standard input or a command. */
    GIVEN_TOKEN,
    /** Client credentials of the app, with a secret. */
    APP_ONLY_BY_SECRET,
    /** Client credentials of the app, with a certificate. */
    APP_ONLY_BY_CERTIFICATE,
    /** The refresh token of a user who has signed in before. */
    APP_AND_USER,
    /** The sign-in of a user by a device code. */
    DEVICE_CODE
}
