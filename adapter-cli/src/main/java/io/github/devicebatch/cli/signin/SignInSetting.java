package io.github.devicebatch.cli.signin;

import java.util.Locale;
import java.util.Optional;

/** What can be said about signing in: as an option, or in its variable. */
public enum SignInSetting {
    /** The access token itself, which is never an option's value. */
    TOKEN,
    /** The file with the access token. */
    TOKEN_FILE,
    /** The shell command that prints the access token. */
    TOKEN_COMMAND,
    /** The partner's tenant. */
    TENANT,
    /** The application's id. */
    CLIENT_ID,
    /** The file with the application's secret. */
    CLIENT_SECRET_FILE,
    /** The file with the application's certificate and key. */
    CLIENT_CERTIFICATE,
    /** The file with the password of the certificate's file. */
    CLIENT_CERTIFICATE_PASSWORD_FILE,
    /** The file with the refresh token of a user. */
    REFRESH_TOKEN_FILE;

    /** Gives the name as it is typed, if this may be typed at all. */
    public Optional<String> option() {
        return this == TOKEN
                ? Optional.empty()
                : Optional.of("--" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    public String variable() {
        return "DEVICEBATCH_" + name();
    }
}
