package io.github.devicebatch.http.support;

import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A source of numbered tokens that issues the next token when the current one is rejected. Thread-safe.
 */
public final class NumberedTokenSource implements AccessTokenSource {

    private final AtomicInteger issued = new AtomicInteger(1);
    private final AtomicInteger calls = new AtomicInteger();
    private final List<AccessToken> rejected = new ArrayList<>();

    @Override
    public AccessToken token() {
        calls.incrementAndGet();
        return token(issued.get());
    }

    @Override
    public synchronized void rejected(AccessToken token) {
        rejected.add(token);
        if (token.equals(token(issued.get()))) {
            issued.incrementAndGet();
        }
    }

    public synchronized List<AccessToken> rejected() {
        return List.copyOf(rejected);
    }

    /** Returns the number of calls of {@link #token}. */
    public int calls() {
        return calls.get();
    }

    public static AccessToken token(int number) {
        return AccessToken.of("token-" + number);
    }
}
