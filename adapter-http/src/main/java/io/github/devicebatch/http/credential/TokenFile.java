package io.github.devicebatch.http.credential;

import java.io.IOException;

/** A refresh token file for one exchange of its token. Not thread-safe. */
public sealed interface TokenFile extends AutoCloseable permits LockedTokenFile, UnwritableTokenFile {

    /**
     * Returns the token to exchange.
     *
     * @throws IOException if the file can't be read, is not private or has no token
     */
    Secret read() throws IOException;

    /**
     * Keeps the token that the exchange has returned.
     *
     * @throws IOException if it can't be stored
     */
    void replace(Secret token) throws IOException;

    @Override
    void close() throws IOException;
}
