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
 * The access tokens that {@link TokenEndpoint} issued: opaque, random, and valid until they expire on the fake's clock or
 * are revoked. Safe for use by several threads.
 *
 * @see TokenEndpoint#access()
 */
public final class AccessTokens {

    private static final Duration DEFAULT_LIFETIME = Duration.ofSeconds(3_599);

    private final InstantSource time;
    private final AtomicLong issued = new AtomicLong();
    private final Map<String, Issued> valid = new ConcurrentHashMap<>();
    private volatile Duration lifetime = DEFAULT_LIFETIME;
    private volatile boolean validated;

    AccessTokens(InstantSource time) {
        this.time = time;
    }

    /**
     * Sets the lifetime of the tokens that are issued from now on. The default is 3,599 seconds, as at the identity
     * platform.
     *
     * @param duration the lifetime; {@code expires_in} has its whole seconds
     * @return this
     * @throws IllegalArgumentException if {@code duration} is negative
     */
    public AccessTokens lifetime(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a lifetime must not be negative: " + duration);
        }
        this.lifetime = duration;
        return this;
    }

    /**
     * Validates the bearer token of every request from now on, except those to the token endpoint. The response is 401 with
     * 800001 unless the token was issued here, has not expired and was not revoked, and 401 with 900421 for
     * {@link AccessTokenKind#APP_USER_WITHOUT_MULTI_FACTOR}. By default every bearer token is accepted.
     *
     * @return this
     */
    public AccessTokens validated() {
        this.validated = true;
        return this;
    }

    /** Issues a token without a request over HTTP. */
    public String issue(AccessTokenKind kind) {
        String token = RandomToken.withPrefix("eyJ.");
        valid.put(token, new Issued(requireNonNull(kind, "kind"), time.instant().plus(lifetime)));
        issued.incrementAndGet();
        return token;
    }

    /** Revokes a token; has no effect for an unknown one. */
    public void revoke(String token) {
        valid.remove(token);
    }

    /** Revokes every token issued so far. */
    public void revokeAll() {
        valid.clear();
    }

    /** Returns the number of tokens issued so far, including expired and revoked ones. */
    public long issued() {
        return issued.get();
    }

    /** Returns the number of tokens issued, without any token. */
    @Override
    public String toString() {
        return issued() + " access tokens issued";
    }

    Duration lifetime() {
        return lifetime;
    }

    boolean areValidated() {
        return validated;
    }

    /** Returns the kind of a valid token, or empty if the token is unknown, expired or revoked. */
    Optional<AccessTokenKind> find(String token) {
        return Optional.ofNullable(valid.get(token))
                .filter(known -> time.instant().isBefore(known.end()))
                .map(Issued::kind);
    }

    private record Issued(AccessTokenKind kind, Instant end) {}
}
