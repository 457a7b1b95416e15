package io.github.devicebatch.testkit.oauth;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The refresh tokens that {@link TokenEndpoint} issued: opaque, random, and valid until they are rotated, revoked or expire
 * on the fake's clock. Safe for use by several threads.
 *
 * @see TokenEndpoint#refresh()
 */
public final class RefreshTokens {

    private final InstantSource time;
    private final Map<String, Issued> issued = new LinkedHashMap<>();
    private final Set<String> revoked = new HashSet<>();
    private RefreshTokenRotation rotation = RefreshTokenRotation.INVALIDATE_OLD;
    private Duration lifetime = Duration.ofDays(90);

    RefreshTokens(InstantSource time) {
        this.time = time;
    }

    /**
     * Sets the rotation. The default is {@link RefreshTokenRotation#INVALIDATE_OLD}, the strictest.
     *
     * @return this
     */
    public synchronized RefreshTokens rotation(RefreshTokenRotation mode) {
        this.rotation = requireNonNull(mode, "mode");
        return this;
    }

    /**
     * Sets the lifetime of the tokens that are issued from now on. The default is 90 days.
     *
     * @return this
     * @throws IllegalArgumentException if {@code duration} is negative
     */
    public synchronized RefreshTokens lifetime(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a lifetime must not be negative: " + duration);
        }
        this.lifetime = duration;
        return this;
    }

    /**
     * Issues a token without a request over HTTP, for a user who signed in with multi-factor authentication.
     *
     * @param clientId the application that the token is for
     * @return the token
     */
    public String issue(String clientId) {
        return issue(clientId, AccessTokenKind.APP_USER);
    }

    /**
     * Issues a token without a request over HTTP.
     *
     * @param clientId the application that the token is for
     * @param kind the kind of the access tokens that are issued for it, after rotations too
     * @return the token
     * @throws IllegalArgumentException for {@link AccessTokenKind#APP_ONLY}, which has no user
     */
    public synchronized String issue(String clientId, AccessTokenKind kind) {
        if (kind == AccessTokenKind.APP_ONLY) {
            throw new IllegalArgumentException("a refresh token requires a user: APP_ONLY has none");
        }
        String token = RandomToken.withPrefix("1.A");
        Instant end = time.instant().plus(lifetime);
        issued.put(token, new Issued(requireNonNull(clientId, "clientId"), requireNonNull(kind, "kind"), end));
        return token;
    }

    /** Returns the tokens that are valid now, the latest last, as an unmodifiable copy. */
    public synchronized List<String> current() {
        Instant now = time.instant();
        return issued.entrySet().stream()
                .filter(token -> !token.getValue().hasExpired(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns whether a token is valid now. */
    public synchronized boolean accepts(String token) {
        return current().contains(token);
    }

    /** Revokes a token; has no effect for an unknown one. */
    public synchronized void revoke(String token) {
        if (issued.remove(token) != null) {
            revoked.add(token);
        }
    }

    /** Revokes every token issued so far. */
    public synchronized void revokeAll() {
        revoked.addAll(issued.keySet());
        issued.clear();
    }

    /** Returns the number of valid tokens, without any token. */
    @Override
    public synchronized String toString() {
        return current().size() + " refresh tokens";
    }

    /**
     * Exchanges a token as the rotation defines. Atomic: of two concurrent exchanges of a token that becomes invalid, only
     * one succeeds.
     */
    synchronized Exchange exchange(String token, String clientId) throws OAuthException {
        Issued old = requireValid(token);
        if (!old.clientId().equalsIgnoreCase(clientId)) {
            throw OAuthException.invalidGrant(70_000, "The refresh token was issued to another application.");
        }
        return switch (rotation) {
            case INVALIDATE_OLD -> {
                issued.remove(token);
                yield new Exchange(old.kind(), Optional.of(issue(clientId, old.kind())));
            }
            case KEEP_OLD -> new Exchange(old.kind(), Optional.of(issue(clientId, old.kind())));
            case NO_NEW_TOKEN -> new Exchange(old.kind(), Optional.empty());
        };
    }

    private Issued requireValid(String token) throws OAuthException {
        if (revoked.contains(token)) {
            throw OAuthException.invalidGrant(50_173, "The provided grant has expired due to it being revoked.");
        }
        Issued found = issued.get(token);
        if (found == null) {
            throw OAuthException.invalidGrant(70_000, "The provided refresh token is invalid or malformed.");
        }
        if (found.hasExpired(time.instant())) {
            throw OAuthException.invalidGrant(700_082, "The refresh token has expired due to inactivity.");
        }
        return found;
    }

    /** Result of an exchange: the kind of the access token to issue, and the new refresh token, if any. */
    record Exchange(AccessTokenKind kind, Optional<String> next) {

        /** Returns the kind, without the token. */
        @Override
        public String toString() {
            return "Exchange for " + kind;
        }
    }

    private record Issued(String clientId, AccessTokenKind kind, Instant end) {

        boolean hasExpired(Instant now) {
            return !now.isBefore(end);
        }
    }
}
