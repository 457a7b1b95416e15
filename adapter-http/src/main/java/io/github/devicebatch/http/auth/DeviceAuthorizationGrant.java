package io.github.devicebatch.http.auth;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.http.credential.LockedTokenFile;
import io.github.devicebatch.http.credential.RefreshTokenStore;
import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.file.FileErrors;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Device authorization grant: the user signs in with a browser, and the refresh token is stored. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628">RFC 8628</a>
 */
public final class DeviceAuthorizationGrant {

    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(30);

    private final TokenEndpointClient client;
    private final ClientApp app;

    DeviceAuthorizationGrant(TokenEndpointClient client, ClientApp app) {
        this.client = client;
        this.app = app;
    }

    /** Callback that shows the user what to do. */
    @FunctionalInterface
    public interface Prompt {

        /** A prompt that shows nothing. */
        Prompt NONE = (userCode, verificationUri, expiry) -> {};

        /**
         * Shows the instructions, once, on the thread that signs in.
         *
         * @param userCode the code to enter
         * @param verificationUri the web page to open
         * @param expiry when the code expires
         */
        void show(String userCode, URI verificationUri, Instant expiry);
    }

    /**
     * Signs a user in and stores the refresh token. Waits until the user has signed in or the code expires.
     *
     * @throws IOException if the store is not private or can't be written, which is checked before anything is sent
     * @throws TokenException if no refresh token is issued
     */
    public void signIn(Prompt prompt, RefreshTokenStore store) throws IOException, InterruptedException {
        try {
            lock(store).close();
            Secret token = new MsalClient(client, app, prompt)
                    .deviceCode()
                    .refresh()
                    .orElseThrow(DeviceAuthorizationGrant::noRefreshToken);
            try (LockedTokenFile locked = lock(store)) {
                locked.replace(token);
            }
        } catch (ClosedByInterruptException interrupted) {
            throw FileErrors.interruption(interrupted);
        }
    }

    private LockedTokenFile lock(RefreshTokenStore store) throws IOException, InterruptedException {
        TokenEndpoint endpoint = client.endpoint();
        return store.lock(endpoint.time(), endpoint.pause(), LOCK_TIMEOUT);
    }

    private static TokenException noRefreshToken() {
        return TokenException.refused(
                Party.IDENTITY_PLATFORM,
                new Fault(
                        Optional.empty(),
                        Optional.of("the user has signed in, but the identity platform issued no refresh token")));
    }
}
