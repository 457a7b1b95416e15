package io.github.devicebatch.http;

import io.github.devicebatch.http.auth.TokenException;
import io.github.devicebatch.http.auth.TokenSupplier;
import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.event.QueryEvent.TokenFailed;
import io.github.devicebatch.http.event.QueryEvent.TokenRefreshed;
import io.github.devicebatch.http.event.QueryEvent.TokenRejected;
import io.github.devicebatch.http.event.QueryListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Decorator of a token supplier that reports new, missing and rejected tokens, whatever the source is. Thread-safe.
 *
 * <p>It remembers two tokens, because a thread may return with the previous one after another thread got the new one.
 */
final class ReportingTokenSupplier implements TokenSupplier {

    private final TokenSupplier inner;
    private final QueryListener listener;
    private final InstantSource time;
    private volatile Optional<Secret> latest = Optional.empty();
    private Optional<Secret> previous = Optional.empty();

    ReportingTokenSupplier(TokenSupplier inner, QueryListener listener, InstantSource time) {
        this.inner = inner;
        this.listener = listener;
        this.time = time;
    }

    @Override
    public Secret get() throws InterruptedException {
        Instant start = time.instant();
        try {
            Secret token = inner.get();
            if (isNew(token)) {
                listener.on(new TokenRefreshed(since(start)));
            }
            return token;
        } catch (TokenException none) {
            listener.on(new TokenFailed(since(start)));
            throw none;
        }
    }

    private boolean isNew(Secret token) {
        return !latest.equals(Optional.of(token)) && remember(Optional.of(token));
    }

    private synchronized boolean remember(Optional<Secret> token) {
        if (latest.equals(token) || previous.equals(token)) {
            return false;
        }
        previous = latest;
        latest = token;
        return true;
    }

    private Duration since(Instant start) {
        return Duration.between(start, time.instant());
    }

    @Override
    public void rejected(Secret token) throws InterruptedException {
        listener.on(new TokenRejected());
        inner.rejected(token);
    }
}
