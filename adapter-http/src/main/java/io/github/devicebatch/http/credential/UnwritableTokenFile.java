package io.github.devicebatch.http.credential;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A refresh token file that this process can't replace. It needs no lock: the token in it stays as it is. New tokens are kept in
 * memory, for as long as the file has the token that they replace.
 */
final class UnwritableTokenFile implements TokenFile {

    private final RefreshTokenStore store;
    private final AtomicReference<Optional<Successor>> successor;
    private Optional<Secret> stored = Optional.empty();

    UnwritableTokenFile(RefreshTokenStore store, AtomicReference<Optional<Successor>> successor) {
        this.store = store;
        this.successor = successor;
    }

    @Override
    public Secret read() throws IOException {
        Secret token = store.readUnwritable();
        stored = Optional.of(token);
        return requireNonNull(successor.get())
                .filter(known -> known.stored().equals(token))
                .map(Successor::next)
                .orElse(token);
    }

    @Override
    public void replace(Secret token) {
        successor.set(stored.map(old -> new Successor(old, token)));
    }

    @Override
    public void close() {
        // nothing is locked
    }

    /**
     * A token that can't be stored.
     *
     * @param stored the token in the file that it replaces
     */
    record Successor(Secret stored, Secret next) {}
}
