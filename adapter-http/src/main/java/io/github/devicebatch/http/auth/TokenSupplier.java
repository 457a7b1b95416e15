package io.github.devicebatch.http.auth;

import io.github.devicebatch.http.credential.Secret;

/** Supplier of access tokens. Thread-safe. */
public interface TokenSupplier {

    /**
     * Returns a token that is valid now.
     *
     * @throws InterruptedException if the current thread is interrupted while it waits
     * @throws TokenException if there is none
     */
    Secret get() throws InterruptedException;

    /**
     * Invalidates a token that Partner Center rejected, so that {@link #get} returns another if there is one.
     *
     * @throws InterruptedException if the current thread is interrupted while it waits
     * @throws TokenException if another is requested at once and there is none
     */
    void rejected(Secret token) throws InterruptedException;
}
