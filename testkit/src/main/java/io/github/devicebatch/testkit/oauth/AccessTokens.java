package io.github.devicebatch.testkit.oauth;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The access tokens that {@link TokenEndpoint} issued: opaque, random, and good until they expire on the fake's clock or
 * are revoked. Safe for use by several threads.
 *
 * @see TokenEndpoint#access()
 */
public final class AccessTokens {

    private static final Duration ABOUT_AN_HOUR = Duration.ofSeconds(3_599);

    private final InstantSource time;
    private final AtomicLong issued = new AtomicLong();
    private final Map<String, Issued> good = new ConcurrentHashMap<>();
    private volatile Duration lifetime = ABOUT_AN_HOUR;
    private volatile boolean validated;

    AccessTokens(InstantSource time) {
        this.time = time;
    }

    /**
     * Sets how long tokens are good, from their issue on; those issued before keep their end. By default 3,599 seconds, as
     * at the identity platform.
     *
     * @param duration how long; the endpoint tells it in whole seconds
     * @return this
     * @throws IllegalArgumentException if {@code duration} is negative
     */
    public AccessTokens lifetime(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("not a lifetime: " + duration);
        }
        this.lifetime = duration;
        return this;
    }

    /**
     * Validates the bearer token of every request from now on, but for those to the token endpoint itself: 401 with 800001
     * unless the token was issued here for Partner Center, has not expired and was not revoked, and 401 with 900421 for one
     * {@linkplain AccessTokenKind#APP_USER_WITHOUT_MULTI_FACTOR without multi-factor sign-in}. Until then any bearer token
     * will do.
     *
     * @return this
     */
    public AccessTokens validated() {
        this.validated = true;
        return this;
    }

    /**
     * Issues a token for Partner Center without anyone asking for it over HTTP.
     *
     * @param kind for whom
     * @return the token
     */
    public String issue(AccessTokenKind kind) {
        return issue(requireNonNull(kind, "kind"), Scope.Audience.PARTNER_CENTER);
    }

    /**
     * Revokes a token; one that is not known here stays so.
     *
     * @param token the token
     */
    public void revoke(String token) {
        good.remove(token);
    }

    /** Revokes every token issued so far. */
    public void revokeAll() {
        good.clear();
    }

    /**
     * Counts the tokens issued so far.
     *
     * @return how many, the expired and the revoked ones among them
     */
    public long issued() {
        return issued.get();
    }

    /** Gives the number and no token. */
    @Override
    public String toString() {
        return issued() + " access tokens issued";
    }

    String issue(AccessTokenKind kind, Scope.Audience audience) {
        String token = RandomToken.startingWith("eyJ.");
        good.put(token, new Issued(kind, audience, time.instant().plus(lifetime)));
        issued.incrementAndGet();
        return token;
    }

    Duration lifetime() {
        return lifetime;
    }

    boolean areValidated() {
        return validated;
    }

    /** Finds what is known of a token, if it is good. */
    Optional<Issued> find(String token) {
        return Optional.ofNullable(good.get(token))
                .filter(known -> time.instant().isBefore(known.end()));
    }

    /** What is known of an access token; it is not in here itself. */
    record Issued(AccessTokenKind kind, Scope.Audience audience, Instant end) {}
}
