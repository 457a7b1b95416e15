package io.github.devicebatch.http;

import java.util.Optional;

/** A source that becomes another when it is told to, or when its token is rejected. Used by one thread. */
final class Switched implements AccessTokenSource {

    private AccessTokenSource source;
    private Optional<AccessTokenSource> next = Optional.empty();

    Switched(AccessTokenSource source) {
        this.source = source;
    }

    void to(AccessTokenSource other) {
        source = other;
    }

    void whenRejected(AccessTokenSource other) {
        next = Optional.of(other);
    }

    @Override
    public AccessToken token() throws InterruptedException {
        return source.token();
    }

    @Override
    public void rejected(AccessToken token) {
        next.ifPresent(this::to);
    }
}
