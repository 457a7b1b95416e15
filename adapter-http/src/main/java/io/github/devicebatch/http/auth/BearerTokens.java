package io.github.devicebatch.http.auth;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes tokens from the source, and a new one when one was refused: one for all who hold the refused one, however many they
 * are. Thread-safe.
 */
public final class BearerTokens {

    private static final int MOST_REMEMBERED = 16;

    private final AccessTokenSource source;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<AccessToken> refused = new ArrayDeque<>();
    private Optional<AccessToken> instead = Optional.empty();

    public BearerTokens(AccessTokenSource source) {
        this.source = source;
    }

    public AccessToken current() throws InterruptedException {
        return requireNonNull(source.token(), "the access token source gave null");
    }

    /** Gives the token to use in place of one that was refused; the same one if the source has no other. */
    public AccessToken insteadOf(AccessToken token) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!refused.contains(token)) {
                source.rejected(token);
                remember(token);
            }
            if (instead.isEmpty()) {
                instead = Optional.of(current());
            }
            return instead.get();
        } finally {
            lock.unlock();
        }
    }

    /** A slow question may bring a token that was refused a while ago. */
    private void remember(AccessToken token) {
        instead = Optional.empty();
        refused.addLast(token);
        if (refused.size() > MOST_REMEMBERED) {
            refused.removeFirst();
        }
    }
}
