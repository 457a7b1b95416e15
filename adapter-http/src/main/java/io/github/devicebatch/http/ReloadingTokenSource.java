package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Decorator of a token source that keeps a token until it is rejected. If the next token is rejected too, it takes no other for 30
 * seconds. Thread-safe.
 */
final class ReloadingTokenSource implements AccessTokenSource {

    private static final Duration MIN_RELOAD_INTERVAL = Duration.ofSeconds(30);

    private final AccessTokenSource inner;
    private final InstantSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile AccessToken current;
    private Optional<Instant> lastReload = Optional.empty();
    private Optional<Fault> lastFailure = Optional.empty();

    ReloadingTokenSource(AccessToken first, AccessTokenSource inner, InstantSource time) {
        this.current = requireNonNull(first, "first");
        this.inner = requireNonNull(inner, "source");
        this.time = requireNonNull(time, "time");
    }

    @Override
    public AccessToken token() {
        return current;
    }

    @Override
    public void rejected(AccessToken token) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (token.equals(current)) {
                reload();
            }
        } finally {
            lock.unlock();
        }
    }

    private void reload() throws InterruptedException {
        Instant now = time.instant();
        if (lastReload.isEmpty() || !now.isBefore(lastReload.get().plus(MIN_RELOAD_INTERVAL))) {
            lastReload = Optional.of(now);
            lastFailure = Optional.empty();
            current = next();
        } else if (lastFailure.isPresent()) {
            throw new AccessTokenRefusedException(lastFailure.get());
        }
    }

    private AccessToken next() throws InterruptedException {
        try {
            return requireNonNull(inner.token(), "the access token source returned null");
        } catch (AccessTokenRefusedException none) {
            lastFailure = Optional.of(none.fault());
            throw none;
        }
    }

    /** Returns a text without the token. */
    @Override
    public String toString() {
        return "ReloadingTokenSource";
    }
}
