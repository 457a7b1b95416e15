package io.github.devicebatch.http.support;

import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import java.util.Optional;

/** A token source whose delegate can be replaced, also when its token is rejected. Not thread-safe. */
public final class ReplaceableTokenSource implements AccessTokenSource {

    private AccessTokenSource source;
    private Optional<AccessTokenSource> next = Optional.empty();

    public ReplaceableTokenSource(AccessTokenSource source) {
        this.source = source;
    }

    public void to(AccessTokenSource other) {
        source = other;
    }

    public void whenRejected(AccessTokenSource other) {
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
