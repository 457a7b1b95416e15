package io.github.devicebatch.http.auth;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.credential.LockFile;
import io.github.devicebatch.http.credential.RefreshTokenStore;
import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.credential.TokenFile;
import io.github.devicebatch.http.file.FileErrors;
import io.github.devicebatch.http.json.TokenResponse;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Refresh token grant: exchanges the stored refresh token for an access token, and stores a new refresh token if there is one.
 *
 * <p>A store that can be written is locked meanwhile, so that no other process exchanges the same token and overwrites the new one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-6">RFC 6749, 6</a>
 */
record RefreshTokenGrant(TokenEndpointClient client, ClientApp app, RefreshTokenStore store)
        implements CachingTokenSupplier.Request {

    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_DETAIL_LENGTH = 300;

    @Override
    public CachingTokenSupplier.IssuedToken send() throws InterruptedException {
        TokenEndpoint endpoint = client.endpoint();
        try (TokenFile file = store.open(endpoint.time(), endpoint.pause(), QueryContext.limit(LOCK_TIMEOUT))) {
            return exchange(file);
        } catch (LockFile.LockTimeoutException busy) {
            throw TokenException.unavailable(UnavailabilityCause.TIMED_OUT, Party.CLIENT, detail(busy));
        } catch (ClosedByInterruptException interrupted) {
            throw FileErrors.interruption(interrupted);
        } catch (IOException failure) {
            throw TokenException.refused(Party.CLIENT, new Fault(Optional.empty(), Optional.of(detail(failure))));
        }
    }

    private CachingTokenSupplier.IssuedToken exchange(TokenFile file) throws IOException, InterruptedException {
        Secret old = file.read();
        Instant now = client.endpoint().time().instant();
        TokenResponse response = new MsalClient(client, app, DeviceAuthorizationGrant.Prompt.NONE).refreshToken(old);
        Optional<Secret> next = response.refresh().filter(token -> !token.equals(old));
        if (next.isPresent()) {
            file.replace(next.get());
        }
        return CachingTokenSupplier.IssuedToken.at(now, response.access(), response.lifetime());
    }

    private static String detail(IOException failure) {
        return Excerpt.of("the refresh token file: " + FileErrors.describe(failure), MAX_DETAIL_LENGTH)
                .text();
    }
}
