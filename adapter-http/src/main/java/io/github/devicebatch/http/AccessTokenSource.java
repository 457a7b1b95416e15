package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Source of valid access tokens, called before every attempt.
 *
 * <p>An implementation MUST be thread-safe, and SHOULD keep a token for as long as it is valid. If it has no token for a
 * reason outside the program, it SHOULD throw an {@link AccessTokenException}, which becomes the query's answer; any other
 * exception is a bug and reaches the caller of the query. No message MUST contain a secret.
 *
 * <p>The sources of this module observe the deadline of the query that waits for them. An implementation SHOULD return soon
 * and respond to interruption, because a query can't end while its source runs.
 */
@FunctionalInterface
public interface AccessTokenSource {

    /**
     * Returns a token that is valid now.
     *
     * @return the token; never null
     * @throws InterruptedException if the calling thread is interrupted while it waits for one
     * @throws AccessTokenRefusedException if there is none until a person acts
     * @throws AccessTokenUnavailableException if there is none at the moment
     */
    AccessToken token() throws InterruptedException;

    /**
     * Invalidates a token that Partner Center rejected, so that {@link #token} returns another next, if there is one. Called
     * once for a token, however many queries it was rejected for. Does nothing by default.
     *
     * @param token the rejected token
     * @throws InterruptedException if the calling thread is interrupted while it waits
     * @throws AccessTokenException if it requests another one at once and there is none
     */
    default void rejected(AccessToken token) throws InterruptedException {}

    /**
     * Returns a source of one token, which Partner Center accepts for about an hour.
     *
     * @param token the token
     * @return the source
     */
    static AccessTokenSource fixed(AccessToken token) {
        requireNonNull(token, "token");
        return () -> token;
    }

    /**
     * Returns a source that calls {@code supplier} before every attempt.
     *
     * @param supplier supplies a valid token; thread-safe
     * @return the source
     */
    static AccessTokenSource suppliedBy(Supplier<AccessToken> supplier) {
        requireNonNull(supplier, "supplier");
        return supplier::get;
    }

    /**
     * Returns a source that keeps a token until it is rejected, and then takes another from {@code source}, at most once in 30 seconds.
     * For tokens that another program renews, such as those of a vault.
     *
     * @param first the first token
     * @param source gets the token that is valid now; its {@link AccessTokenRefusedException} is thrown again until 30 seconds have
     *     passed
     * @param time measures the 30 seconds
     * @return the source; thread-safe
     */
    static AccessTokenSource reloading(AccessToken first, AccessTokenSource source, InstantSource time) {
        return new ReloadingTokenSource(first, source, time);
    }

    /**
     * Returns a source of tokens for an app itself, by client credentials. A token is kept until 5 minutes before it expires
     * (half its life, if that is less than 10 minutes), and until it is rejected. Then one thread requests another, while
     * other threads use the old one if it is still valid, or wait.
     *
     * @param platform the issuer of the tokens
     * @param app the app, which Partner Center must have authorized
     * @param credential the app's credential
     * @return the source; thread-safe
     * @throws IllegalStateException if MSAL4J, an optional dependency, is missing; the message says what to add
     * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/partner-center-authentication">Partner Center
     *     authentication</a>
     */
    static AccessTokenSource appOnly(IdentityPlatform platform, AppRegistration app, AppCredential credential) {
        return PlatformTokenSource.appOnly(platform, app, credential);
    }

    /**
     * Returns a source of tokens for an app on behalf of a user who signed in once, by the refresh token in a file. The app is
     * a public client: it has no credential. A new refresh token replaces the one in the file. Access tokens are kept as by
     * {@link #appOnly}.
     *
     * @param platform the issuer of the tokens
     * @param app the app for which the user signed in
     * @param file the file with the refresh token
     * @return the source; thread-safe
     * @throws IllegalStateException if MSAL4J, an optional dependency, is missing; the message says what to add
     * @see DeviceCodeSignIn
     * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/enable-secure-app-model">The secure application
     *     model</a>
     */
    static AccessTokenSource appAndUser(IdentityPlatform platform, AppRegistration app, RefreshTokenFile file) {
        return PlatformTokenSource.appAndUser(platform, app, file);
    }

    /**
     * Returns a source of tokens for an app on behalf of a user, where the app is a confidential client: it sends its
     * credential with each refresh token. Otherwise like
     * {@link #appAndUser(IdentityPlatform, AppRegistration, RefreshTokenFile)}.
     *
     * @param platform the issuer of the tokens
     * @param app the app for which the user signed in
     * @param credential the app's credential
     * @param file the file with the refresh token
     * @return the source; thread-safe
     * @throws IllegalStateException if MSAL4J, an optional dependency, is missing; the message says what to add
     */
    static AccessTokenSource appAndUser(
            IdentityPlatform platform, AppRegistration app, AppCredential credential, RefreshTokenFile file) {
        return PlatformTokenSource.appAndUser(platform, app, credential, file);
    }
}
