package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes tokens from the source, and a new one when one was refused: one for all who hold the refused one, however many they
 * are. Thread-safe.
 */
final class Tokens {

    private final AccessTokenSource source;
    private final ReentrantLock lock = new ReentrantLock();
    private AccessToken refused;
    private AccessToken instead;

    Tokens(AccessTokenSource source) {
        this.source = source;
    }

    AccessToken current() throws InterruptedException {
        return requireNonNull(source.token(), "the access token source gave null");
    }

    /** Gives the token to use in place of one that was refused; the same one if the source has no other. */
    AccessToken insteadOf(AccessToken token) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!token.equals(refused)) {
                source.rejected(token);
                instead = current();
                refused = token;
            }
            return instead;
        } finally {
            lock.unlock();
        }
    }
}
