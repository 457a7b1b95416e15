package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.http.credential.SecretFileReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Sign-in of an app as itself, or on behalf of a user who has signed in before.
 *
 * @param app the app
 * @param credential its credential; may be empty on behalf of a user
 * @param refreshToken the file with the refresh token of the user; empty if the app signs in as itself
 * @since 0.1.0
 */
public record AppSignIn(
        AppRegistration app, Optional<AppCredential> credential, Optional<RefreshTokenFile> refreshToken) {

    /**
     * Creates a sign-in.
     *
     * @throws IllegalArgumentException if there is neither a credential nor a refresh token
     */
    public AppSignIn {
        requireNonNull(app, "app");
        if (credential.isEmpty() && refreshToken.isEmpty()) {
            throw new IllegalArgumentException("neither a credential nor a refresh token");
        }
    }

    /** Reads the files of an app; those that {@code method} needs. */
    static AppSignIn read(AppRegistration app, SignInMethod method, SettingLookup lookup) throws SettingFileException {
        return new AppSignIn(
                app,
                credential(method, lookup),
                method.isSelectedBy("REFRESH_TOKEN_FILE")
                        ? Optional.of(lookup.read("REFRESH_TOKEN_FILE", AppSignIn::refreshToken))
                        : Optional.empty());
    }

    private static Optional<AppCredential> credential(SignInMethod method, SettingLookup lookup)
            throws SettingFileException {
        if (method.isSelectedBy("CLIENT_SECRET_FILE")) {
            return Optional.of(lookup.read("CLIENT_SECRET_FILE", ClientSecret::fromFile));
        }
        if (!method.isSelectedBy("CLIENT_CERTIFICATE")) {
            return Optional.empty();
        }
        String passwordFile = "CLIENT_CERTIFICATE_PASSWORD_FILE";
        String password = lookup.own(passwordFile).isPresent() ? lookup.read(passwordFile, SecretFileReader::line) : "";
        return Optional.of(
                lookup.read("CLIENT_CERTIFICATE", file -> ClientCertificate.fromFile(file, password.toCharArray())));
    }

    private static RefreshTokenFile refreshToken(Path path) throws IOException {
        RefreshTokenFile file = RefreshTokenFile.at(path);
        file.check();
        return file;
    }

    /**
     * Returns the source of the tokens. Requests none yet.
     *
     * @param platform the issuer of the tokens
     * @throws IllegalStateException if MSAL4J, an optional dependency, is missing; the message says what to add
     */
    public AccessTokenSource tokens(IdentityPlatform platform) {
        if (refreshToken.isEmpty()) {
            return AccessTokenSource.appOnly(platform, app, credential.orElseThrow());
        }
        return credential.isPresent()
                ? AccessTokenSource.appAndUser(platform, app, credential.get(), refreshToken.get())
                : AccessTokenSource.appAndUser(platform, app, refreshToken.get());
    }
}
