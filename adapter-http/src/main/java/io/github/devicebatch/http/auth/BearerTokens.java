package io.github.devicebatch.http.auth;

import io.github.devicebatch.http.credential.Secret;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Bearer tokens of a supplier. A rejected token is replaced once for all queries that hold it. Thread-safe. */
public final class BearerTokens {

    /** A slow query may come back with a token that was rejected several replacements ago. */
    private static final int MAX_REMEMBERED = 16;

    private final TokenSupplier supplier;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Secret> rejected = new ArrayDeque<>();
    private Optional<Secret> replacement = Optional.empty();

    public BearerTokens(TokenSupplier supplier) {
        this.supplier = supplier;
    }

    /**
     * Returns the token for the next request.
     *
     * @throws TokenException if there is none
     */
    public Secret current() throws InterruptedException {
        return supplier.get();
    }

    /**
     * Returns the replacement of a rejected token; the same token if the supplier has no other.
     *
     * @throws TokenException if there is none
     */
    public Secret replace(Secret token) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!rejected.contains(token)) {
                supplier.rejected(token);
                remember(token);
            }
            if (replacement.isEmpty()) {
                replacement = Optional.of(current());
            }
            return replacement.get();
        } finally {
            lock.unlock();
        }
    }

    private void remember(Secret token) {
        replacement = Optional.empty();
        rejected.addLast(token);
        if (rejected.size() > MAX_REMEMBERED) {
            rejected.removeFirst();
        }
    }
}
