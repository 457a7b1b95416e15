package io.github.devicebatch.http;

/** Asks for an access token, once. Safe for use by several threads. */
@FunctionalInterface
interface TokenRequest {

    /**
     * Asks.
     *
     * @throws AccessTokenException if there is none to be had
     */
    Issued send() throws InterruptedException;
}
