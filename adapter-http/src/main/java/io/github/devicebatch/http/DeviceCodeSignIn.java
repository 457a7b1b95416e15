package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.http.auth.DeviceAuthorizationGrant;
import io.github.devicebatch.http.auth.TokenException;
import io.github.devicebatch.http.auth.TokenSuppliers;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Sign-in of a user by the device code flow, with multi-factor authentication in any browser, to get the first refresh token.
 *
 * <p>The app registration must allow public client flows. Thread-safe.
 *
 * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-device-code">The device code flow</a>
 */
public final class DeviceCodeSignIn {

    private final DeviceAuthorizationGrant grant;

    private DeviceCodeSignIn(DeviceAuthorizationGrant grant) {
        this.grant = grant;
    }

    /**
     * Creates a sign-in. Nothing is sent yet.
     *
     * @param platform the identity platform
     * @param app the app on whose behalf the user signs in
     * @return the sign-in
     * @throws IllegalStateException if MSAL4J, an optional dependency, is missing; the message says what to add
     */
    public static DeviceCodeSignIn of(IdentityPlatform platform, AppRegistration app) {
        return new DeviceCodeSignIn(TokenSuppliers.deviceCode(platform.endpoint(), app.publicClient()));
    }

    /**
     * Signs a user in and stores the refresh token. Waits until the user has signed in or the code expires: the platform's
     * codes last 15 minutes.
     *
     * @param prompt receives the instructions for the user, once, on the calling thread
     * @param file receives the token, in place of the one that it may have
     * @throws InterruptedException if the calling thread is interrupted while it waits; the file is not changed
     * @throws IOException if the file can't be written, or it or its directory is accessible to others or a symbolic link;
     *     this is checked before anything is sent
     * @throws AccessTokenRefusedException if the platform refuses, the user declines or the code expires
     * @throws AccessTokenUnavailableException if the platform can't be reached or fails
     */
    public void signIn(Consumer<DeviceCodePrompt> prompt, RefreshTokenFile file)
            throws InterruptedException, IOException {
        requireNonNull(prompt, "prompt");
        try {
            grant.signIn(
                    (userCode, verificationUri, expiry) ->
                            prompt.accept(new DeviceCodePrompt(userCode, verificationUri, expiry)),
                    file.store());
        } catch (TokenException none) {
            throw AccessTokenException.of(none.failure());
        }
    }
}
