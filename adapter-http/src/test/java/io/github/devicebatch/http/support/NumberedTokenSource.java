package io.github.devicebatch.http.support;

import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A source that keeps its token until it is told that the service refused it. Thread-safe. */
public final class NumberedTokenSource implements AccessTokenSource {

    private final AtomicInteger issued = new AtomicInteger(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final List<AccessToken> rejected = new ArrayList<>();

    @Override
    public AccessToken token() {
        asked.incrementAndGet();
        return number(issued.get());
    }

    @Override
    public synchronized void rejected(AccessToken token) {
        rejected.add(token);
        if (token.equals(number(issued.get()))) {
            issued.incrementAndGet();
        }
    }

    public synchronized List<AccessToken> rejected() {
        return List.copyOf(rejected);
    }

    /** How often a token was asked for. */
    public int asked() {
        return asked.get();
    }

    public static AccessToken number(int number) {
        return AccessToken.of("token-" + number);
    }
}
