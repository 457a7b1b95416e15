package io.github.devicebatch.cli.signin;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.cli.message.RefusalText;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenRefusedException;
import io.github.devicebatch.http.AccessTokenSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Token source that loads its token again when it is rejected. If the reloaded token is rejected too, it does not load again
 * for 30 seconds. Thread-safe.
 */
final class ReloadingTokenSource implements AccessTokenSource {

    private static final Duration MIN_RELOAD_INTERVAL = Duration.ofSeconds(30);

    private final Loader loader;
    private final InstantSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile AccessToken current;
    private Optional<Instant> lastReload = Optional.empty();
    private Optional<Fault> lastFailure = Optional.empty();

    /** Loader of the token. */
    @FunctionalInterface
    interface Loader {

        /**
         * Returns the current token.
         *
         * @throws UsageException if there is none
         */
        AccessToken load() throws InterruptedException;
    }

    /**
     * Creates the source and loads the first token.
     *
     * @throws UsageException if there is none
     */
    ReloadingTokenSource(Loader loader, InstantSource time) throws InterruptedException {
        this.loader = loader;
        this.time = time;
        this.current = loader.load();
    }

    @Override
    public AccessToken token() {
        return current;
    }

    @Override
    public void rejected(AccessToken token) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Instant now = time.instant();
            if (token.equals(current) && mayReload(now)) {
                lastReload = Optional.of(now);
                lastFailure = Optional.empty();
                current = loader.load();
            } else if (token.equals(current) && lastFailure.isPresent()) {
                throw new AccessTokenRefusedException(lastFailure.get());
            }
        } catch (UsageException failure) {
            lastFailure = Optional.of(fault(failure));
            throw new AccessTokenRefusedException(lastFailure.get());
        } finally {
            lock.unlock();
        }
    }

    private boolean mayReload(Instant now) {
        return lastReload
                .filter(last -> now.isBefore(last.plus(MIN_RELOAD_INTERVAL)))
                .isEmpty();
    }

    private static Fault fault(UsageException failure) {
        String why = failure.problem().why().map(text -> ": " + text).orElse("");
        return new Fault(
                Optional.of(RefusalText.NO_NEW_TOKEN),
                Optional.of(failure.problem().what() + why));
    }

    /** Returns a text without the token. */
    @Override
    public String toString() {
        return "ReloadingTokenSource";
    }
}
