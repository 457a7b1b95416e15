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
 * The refresh tokens that {@link TokenEndpoint} issued: opaque, random, and good until they are rotated, revoked or expire
 * on the fake's clock. Safe for use by several threads.
 *
 * @see TokenEndpoint#refresh()
 */
public final class RefreshTokens {

    private final InstantSource time;
    private final RefreshTokenBook book = new RefreshTokenBook();
    private RefreshTokenRotation rotation = RefreshTokenRotation.OLD_DIES;
    private Duration lifetime = Duration.ofDays(90);

    RefreshTokens(InstantSource time) {
        this.time = time;
    }

    /**
     * Sets what becomes of a token that is exchanged. By default {@link RefreshTokenRotation#OLD_DIES}, the strictest.
     *
     * @param mode what
     * @return this
     */
    public synchronized RefreshTokens rotation(RefreshTokenRotation mode) {
        this.rotation = requireNonNull(mode, "mode");
        return this;
    }

    /**
     * Sets how long tokens are good, from their issue on; those issued before keep their end. By default 90 days.
     *
     * @param duration how long
     * @return this
     * @throws IllegalArgumentException if {@code duration} is negative
     */
    public synchronized RefreshTokens lifetime(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("not a lifetime: " + duration);
        }
        this.lifetime = duration;
        return this;
    }

    /**
     * Issues a token to a user who signed in with more than one factor, without anyone asking for it over HTTP.
     *
     * @param clientId the application that the token is for
     * @return the token
     */
    public String issue(String clientId) {
        return issue(clientId, AccessTokenKind.APP_USER);
    }

    /**
     * Issues a token to a user, without anyone asking for it over HTTP.
     *
     * @param clientId the application that the token is for
     * @param kind what the access tokens will be that it is exchanged for, through all rotations
     * @return the token
     * @throws IllegalArgumentException for {@link AccessTokenKind#APP_ONLY}: without a user there is no refresh token
     */
    public synchronized String issue(String clientId, AccessTokenKind kind) {
        if (kind == AccessTokenKind.APP_ONLY) {
            throw new IllegalArgumentException("without a user there is no refresh token");
        }
        String token = RandomToken.startingWith("1.A");
        Instant end = time.instant().plus(lifetime);
        book.add(token, new RefreshTokenBook.Entry(requireNonNull(clientId, "clientId"), kind, end));
        return token;
    }

    /**
     * Lists the tokens that are good now.
     *
     * @return the tokens, the latest last; a copy, unmodifiable
     */
    public synchronized List<String> current() {
        return book.good(time.instant());
    }

    /**
     * Tells whether a token is good.
     *
     * @param token the token
     * @return whether it would be exchanged now
     */
    public synchronized boolean accepts(String token) {
        return current().contains(token);
    }

    /**
     * Revokes a token; one that is not known here stays so.
     *
     * @param token the token
     */
    public synchronized void revoke(String token) {
        book.revoke(token);
    }

    /** Revokes every token issued so far. */
    public synchronized void revokeAll() {
        book.revokeAll();
    }

    /** Gives their number and no token. */
    @Override
    public synchronized String toString() {
        return current().size() + " refresh tokens";
    }

    /** Takes a token and gives the next one, if there is to be one, in one step: of two who bring the same, one wins. */
    synchronized RefreshTokenExchange exchange(String token, String clientId)
            throws OAuthException.RefusedGrantException {
        RefreshTokenBook.Entry old = book.good(token, time.instant());
        if (!old.clientId().equalsIgnoreCase(clientId)) {
            throw OAuthException.grant(70_000, "The refresh token was issued to another application.");
        }
        Optional<String> next = switch (rotation) {
            case OLD_DIES, OLD_STAYS -> Optional.of(issue(clientId, old.kind()));
            case NO_NEW_ONE -> Optional.empty();
        };
        if (rotation == RefreshTokenRotation.OLD_DIES) {
            book.forget(token);
        }
        return new RefreshTokenExchange(old.kind(), next);
    }

    /** What a refresh token was exchanged for: an access token of that kind, and the next refresh token, if there is one. */
    record RefreshTokenExchange(AccessTokenKind kind, Optional<String> next) {

        /** Keeps the token to itself. */
        @Override
        public String toString() {
            return "RefreshTokenExchange for " + kind;
        }
    }

    /** Knows which refresh tokens were issued to whom, and what became of them. Not thread-safe: {@link RefreshTokens} is. */
    static final class RefreshTokenBook {

        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private final Set<String> revoked = new HashSet<>();

        void add(String token, Entry entry) {
            entries.put(token, entry);
        }

        /** Finds a token that is good at {@code now}, or says why it is not. */
        Entry good(String token, Instant now) throws OAuthException.RefusedGrantException {
            if (revoked.contains(token)) {
                throw OAuthException.grant(50_173, "The provided grant has expired due to it being revoked.");
            }
            Entry entry = entries.get(token);
            if (entry == null) {
                throw OAuthException.grant(70_000, "The provided refresh token is invalid or malformed.");
            }
            if (entry.hasExpired(now)) {
                throw OAuthException.grant(700_082, "The refresh token has expired due to inactivity.");
            }
            return entry;
        }

        List<String> good(Instant now) {
            return entries.entrySet().stream()
                    .filter(token -> !token.getValue().hasExpired(now))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        void forget(String token) {
            entries.remove(token);
        }

        void revoke(String token) {
            if (entries.remove(token) != null) {
                revoked.add(token);
            }
        }

        void revokeAll() {
            revoked.addAll(entries.keySet());
            entries.clear();
        }

        /** What is known of a token; it is not in here itself. */
        record Entry(String clientId, AccessTokenKind kind, Instant end) {

            private boolean hasExpired(Instant now) {
                return !now.isBefore(end);
            }
        }
    }
}
