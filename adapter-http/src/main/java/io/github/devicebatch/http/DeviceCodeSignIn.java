package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.http.auth.MsalClient;
import io.github.devicebatch.http.auth.TokenEndpointClient;
import io.github.devicebatch.http.auth.TokenSuppliers;
import io.github.devicebatch.http.credential.LockedTokenFile;
import io.github.devicebatch.http.credential.RefreshToken;
import io.github.devicebatch.http.credential.RefreshTokenStore;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Signs a user in, with multi-factor authentication in a browser anywhere, to get the first refresh token.
 *
 * <p>The app registration must allow public client flows. Thread-safe.
 *
 * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-device-code">The device code flow</a>
 */
public final class DeviceCodeSignIn {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final TokenEndpointClient exchange;
    private final AppRegistration app;

    private DeviceCodeSignIn(TokenEndpointClient exchange, AppRegistration app) {
        this.exchange = exchange;
        this.app = app;
    }

    /**
     * Prepares a sign-in. Nothing is sent yet.
     *
     * @param platform where the user signs in
     * @param app on whose behalf
     * @return the sign-in
     * @throws IllegalStateException if MSAL4J, an optional dependency, is missing; the message says what to add
     */
    public static DeviceCodeSignIn of(IdentityPlatform platform, AppRegistration app) {
        return new DeviceCodeSignIn(TokenSuppliers.exchange(platform), requireNonNull(app, "app"));
    }

    /**
     * Has a user sign in and stores the refresh token. Waits until the user has, or the code expires: the platform's codes
     * last 15 minutes.
     *
     * @param prompt is told once what the user has to do, by the calling thread
     * @param file gets the token; what it has already is replaced
     * @throws InterruptedException if the calling thread is interrupted while it waits; then the file is as it was
     * @throws IOException if the file can't be written, or it or its folder is open to others or a symbolic link; that is
     *     looked at before anything is sent
     * @throws AccessTokenRefusedException if the platform refuses, the user declines or the code expires
     * @throws AccessTokenUnavailableException if the platform can't be reached or fails
     */
    public void signIn(Consumer<DeviceCodePrompt> prompt, RefreshTokenFile file)
            throws InterruptedException, IOException {
        requireNonNull(prompt, "prompt");
        try {
            store(file, prompt);
        } catch (ClosedByInterruptException interrupted) {
            throw RefreshTokenStore.FileTrouble.interruption(interrupted);
        }
    }

    private void store(RefreshTokenFile file, Consumer<DeviceCodePrompt> prompt)
            throws InterruptedException, IOException {
        lock(file).close();
        RefreshToken token = new MsalClient(exchange, app, prompt)
                .deviceCode()
                .refresh()
                .orElseThrow(DeviceCodeSignIn::noRefreshToken);
        try (LockedTokenFile locked = lock(file)) {
            locked.replace(token);
        }
    }

    private LockedTokenFile lock(RefreshTokenFile file) throws IOException, InterruptedException {
        IdentityPlatform platform = exchange.platform();
        return file.lock(platform.time(), platform.pause(), LONGEST_WAIT);
    }

    private static AccessTokenRefusedException noRefreshToken() {
        return new AccessTokenRefusedException(new Fault(
                Optional.empty(),
                Optional.of("the user has signed in, but the identity platform gave no refresh token")));
    }
}
