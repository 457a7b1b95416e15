package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;

/**
 * Supplies a currently valid access token whenever a question needs one.
 *
 * <p>An implementation MUST be safe for use by several threads at once, and SHOULD remember a token for as long as it is
 * valid: it is asked before every attempt. What it throws reaches the caller of the question, so its messages MUST NOT
 * contain a secret.
 */
@FunctionalInterface
public interface AccessTokenSource {

    /**
     * Gives a token that is valid now.
     *
     * @return the token; never null
     * @throws InterruptedException if the calling thread is interrupted while it waits for one
     */
    AccessToken token() throws InterruptedException;

    /**
     * Learns that the service refused a token that it gave, so that {@link #token} gives another one next, if it can. Is
     * called once for a token, however many questions it was refused to. Does nothing by default.
     *
     * @param token the refused token
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
    default void rejected(AccessToken token) throws InterruptedException {}

    /**
     * Gives the same token for ever, or for as long as it lasts: about an hour.
     *
     * @param token the token
     * @return the source
     */
    static AccessTokenSource fixed(AccessToken token) {
        requireNonNull(token, "token");
        return () -> token;
    }

    /**
     * Gives whatever {@code supplier} has at the moment, asking it before every attempt.
     *
     * @param supplier supplies a valid token; safe for use by several threads at once
     * @return the source
     */
    static AccessTokenSource suppliedBy(Supplier<AccessToken> supplier) {
        requireNonNull(supplier, "supplier");
        return supplier::get;
    }
}
