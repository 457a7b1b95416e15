package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.http.auth.TokenSuppliers;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Supplies a currently valid access token whenever a question needs one.
 *
 * <p>An implementation MUST be safe for use by several threads at once, and SHOULD remember a token for as long as it is
 * valid: it is asked before every attempt. If it has no token for a reason outside the program, it SHOULD say so with an
 * {@link AccessTokenException}, from which the question gets its answer; anything else that it throws is a bug, and reaches
 * the caller of the question. No message of either MUST contain a secret.
 *
 * <p>The sources that this module makes keep the time of the question for which they wait. One of your own should not take
 * long, and hear an interruption: a question can't end while its source is silent.
 */
@FunctionalInterface
public interface AccessTokenSource {

    /**
     * Gives a token that is valid now.
     *
     * @return the token; never null
     * @throws InterruptedException if the calling thread is interrupted while it waits for one
     * @throws AccessTokenRefusedException if there is none until somebody does something
     * @throws AccessTokenUnavailableException if there is none at the moment
     */
    AccessToken token() throws InterruptedException;

    /**
     * Learns that the service refused a token that it gave, so that {@link #token} gives another one next, if it can. Is
     * called once for a token, however many questions it was refused to. Does nothing by default.
     *
     * @param token the refused token
     * @throws InterruptedException if the calling thread is interrupted while it waits
     * @throws AccessTokenException if it tries for another one at once and there is none
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

    /**
     * Gets tokens for an app itself, by client credentials. A token is kept until 5 minutes before its end (half its life, if
     * that is less than 10 minutes), and until it is rejected. Then one thread asks for another, while the others use the old
     * one if it is still good, or wait.
     *
     * @param platform who issues the tokens
     * @param app the app, to which Partner Center must have granted what it asks
     * @param credential what the app shows to prove who it is
     * @return the source; thread-safe
     * @throws IllegalStateException if MSAL4J, an optional dependency, is missing; the message says what to add
     * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/partner-center-authentication">Partner Center
     *     authentication</a>
     */
    static AccessTokenSource appOnly(IdentityPlatform platform, AppRegistration app, AppCredential credential) {
        return TokenSuppliers.appOnly(platform, app, credential);
    }

    /**
     * Gets tokens for an app on behalf of a user who signed in once, by the refresh token in a file. The app is a public
     * client: it has nothing of its own to show. Whenever a new refresh token comes along, it replaces the one in the file.
     * Tokens are kept as {@link #appOnly} keeps them.
     *
     * @param platform who issues the tokens
     * @param app the app for which the user signed in
     * @param file has the refresh token
     * @return the source; thread-safe
     * @throws IllegalStateException if MSAL4J, an optional dependency, is missing; the message says what to add
     * @see DeviceCodeSignIn
     * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/enable-secure-app-model">The secure application
     *     model</a>
     */
    static AccessTokenSource appAndUser(IdentityPlatform platform, AppRegistration app, RefreshTokenFile file) {
        return TokenSuppliers.appAndUser(platform, app, Optional.empty(), file);
    }

    /**
     * Gets tokens for an app on behalf of a user, where the app is a confidential client: it shows who it is with each
     * refresh token. Otherwise as {@link #appAndUser(IdentityPlatform, AppRegistration, RefreshTokenFile)}.
     *
     * @param platform who issues the tokens
     * @param app the app for which the user signed in
     * @param credential what the app shows to prove who it is
     * @param file has the refresh token
     * @return the source; thread-safe
     * @throws IllegalStateException if MSAL4J, an optional dependency, is missing; the message says what to add
     */
    static AccessTokenSource appAndUser(
            IdentityPlatform platform, AppRegistration app, AppCredential credential, RefreshTokenFile file) {
        return TokenSuppliers.appAndUser(platform, app, Optional.of(credential), file);
    }
}
