package io.github.devicebatch.http;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.Excerpt;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Exchanges the refresh token in a file for an access token, and stores the refresh token that may come along. The file is
 * locked meanwhile, so that no other process exchanges the same token and overwrites what this one stores.
 */
record RefreshTokenExchange(
        PlatformExchange exchange, AppRegistration app, Optional<AppCredential> credential, RefreshTokenFile file)
        implements TokenRequest {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int LONGEST_WORDS = 300;

    @Override
    public Issued send() throws InterruptedException {
        IdentityPlatform platform = exchange.platform();
        try (LockedTokenFile locked = file.lock(platform.time(), platform.pause(), Question.timeLeftOf(LONGEST_WAIT))) {
            return exchanged(locked);
        } catch (FileLocking.LockedTooLongException busy) {
            throw new AccessTokenUnavailableException(UnavailabilityCause.TIMED_OUT, words(busy), Optional.empty());
        } catch (ClosedByInterruptException interrupted) {
            Thread.interrupted();
            throw new InterruptedException("interrupted while it read the refresh token");
        } catch (IOException failure) {
            throw new AccessTokenRefusedException(new Fault(Optional.empty(), Optional.of(words(failure))));
        }
    }

    private Issued exchanged(LockedTokenFile locked) throws IOException, InterruptedException {
        RefreshToken old = locked.read();
        Instant now = exchange.platform().time().instant();
        TokenAnswer answer = new Conversation(exchange, app, prompt -> {}).refresh(credential, old);
        Optional<RefreshToken> next = answer.refresh().filter(token -> !token.equals(old));
        if (next.isPresent()) {
            locked.replace(next.get());
        }
        return Issued.at(now, answer.access(), answer.lifetime());
    }

    private static String words(IOException failure) {
        return Excerpt.of("the refresh token file: " + FileTrouble.words(failure), LONGEST_WORDS)
                .text();
    }
}
