package io.github.devicebatch.http.auth;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.http.AccessTokenRefusedException;
import io.github.devicebatch.http.AccessTokenUnavailableException;
import io.github.devicebatch.http.AppCredential;
import io.github.devicebatch.http.AppRegistration;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.RefreshTokenFile;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.credential.LockFile;
import io.github.devicebatch.http.credential.LockedTokenFile;
import io.github.devicebatch.http.credential.RefreshToken;
import io.github.devicebatch.http.credential.RefreshTokenStore;
import io.github.devicebatch.http.json.TokenResponse;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Exchanges the refresh token in a file for an access token, and stores the refresh token that may come along. The file is
 * locked meanwhile, so that no other process exchanges the same token and overwrites what this one stores.
 */
record RefreshTokenGrant(
        TokenEndpointClient exchange, AppRegistration app, Optional<AppCredential> credential, RefreshTokenFile file)
        implements CachingTokenSupplier.Request {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int LONGEST_WORDS = 300;

    @Override
    public CachingTokenSupplier.IssuedToken send() throws InterruptedException {
        IdentityPlatform platform = exchange.platform();
        try (LockedTokenFile locked =
                file.lock(platform.time(), platform.pause(), QueryContext.timeLeftOf(LONGEST_WAIT))) {
            return exchanged(locked);
        } catch (LockFile.LockedTooLongException busy) {
            throw new AccessTokenUnavailableException(UnavailabilityCause.TIMED_OUT, words(busy), Optional.empty());
        } catch (ClosedByInterruptException interrupted) {
            throw RefreshTokenStore.FileTrouble.interruption(interrupted);
        } catch (IOException failure) {
            throw new AccessTokenRefusedException(new Fault(Optional.empty(), Optional.of(words(failure))));
        }
    }

    private CachingTokenSupplier.IssuedToken exchanged(LockedTokenFile locked)
            throws IOException, InterruptedException {
        RefreshToken old = locked.read();
        Instant now = exchange.platform().time().instant();
        TokenResponse answer = new MsalClient(exchange, app, prompt -> {}).refresh(credential, old);
        Optional<RefreshToken> next = answer.refresh().filter(token -> !token.equals(old));
        if (next.isPresent()) {
            locked.replace(next.get());
        }
        return CachingTokenSupplier.IssuedToken.at(now, answer.access(), answer.lifetime());
    }

    private static String words(IOException failure) {
        return Excerpt.of("the refresh token file: " + RefreshTokenStore.FileTrouble.words(failure), LONGEST_WORDS)
                .text();
    }
}
