package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.Pause;
import io.github.devicebatch.http.transport.Authority;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The Microsoft identity platform, where access tokens come from, and how to reach it. Every method gives a new description
 * and leaves the old one as it was.
 *
 * <p>It speaks through MSAL4J, an optional dependency: whoever hands one of these to a token source or to
 * {@link DeviceCodeSignIn} adds {@code com.microsoft.azure:msal4j}. Immutable and thread-safe.
 *
 * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols">The platform's protocols</a>
 */
public final class IdentityPlatform {

    private static final Duration EXCHANGE_TIMEOUT = Duration.ofSeconds(15);

    private final Authority authority;
    private final PartnerCenterCloud cloud;
    private final Optional<HttpClient> httpClient;
    private final Duration exchangeTimeout;
    private final InstantSource time;
    private final Pause pause;

    private IdentityPlatform(
            Authority authority,
            PartnerCenterCloud cloud,
            Optional<HttpClient> httpClient,
            Duration exchangeTimeout,
            InstantSource time,
            Pause pause) {
        this.authority = authority;
        this.cloud = cloud;
        this.httpClient = httpClient;
        this.exchangeTimeout = exchangeTimeout;
        this.time = time;
        this.pause = pause;
    }

    /**
     * Takes the identity platform that issues the tokens of one of the vendor's clouds.
     *
     * @param cloud the cloud
     * @return the identity platform
     */
    public static IdentityPlatform at(PartnerCenterCloud cloud) {
        return at(cloud.authority(), cloud);
    }

    /**
     * Takes an identity platform at any address, such as a fake's. Secrets go to this address and to no other.
     *
     * @param authority {@code https} with a host, or {@code http} on loopback; no path, the tenant is added to it
     * @param cloud the cloud whose tokens it issues
     * @return the identity platform
     * @throws IllegalArgumentException if {@code authority} is neither {@code https} nor on loopback, or has user, path, query
     *     or fragment
     */
    public static IdentityPlatform at(URI authority, PartnerCenterCloud cloud) {
        return new IdentityPlatform(
                new Authority(requireNonNull(authority, "authority")),
                requireNonNull(cloud, "cloud"),
                Optional.empty(),
                EXCHANGE_TIMEOUT,
                InstantSource.system(),
                Thread::sleep);
    }

    /**
     * Sends through the caller's own client, which stays the caller's to close. Its connect timeout, proxy, TLS and executor
     * are taken as they are. By default a client of our own for each exchange: it connects within 5 seconds and is closed
     * after it.
     *
     * @param client the client
     * @return the new description
     * @throws IllegalArgumentException if {@code client} follows redirects, because secrets would go along
     */
    public IdentityPlatform httpClient(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "the client follows redirects, which would carry secrets elsewhere; build it with Redirect.NEVER");
        }
        return new IdentityPlatform(authority, cloud, Optional.of(client), exchangeTimeout, time, pause);
    }

    /**
     * Gives one exchange at most {@code timeout}, from connecting to the last byte of the body. 15 seconds by default.
     *
     * @param timeout the most time; positive, at most a day
     * @return the new description
     * @throws IllegalArgumentException if {@code timeout} is not positive or above a day
     */
    public IdentityPlatform exchangeTimeout(Duration timeout) {
        Validation.demandPositive("exchangeTimeout", timeout);
        return new IdentityPlatform(authority, cloud, httpClient, timeout, time, pause);
    }

    /**
     * Tells the time by {@code source} and waits through {@code pause}. By default the system's clock, and the calling thread
     * sleeps.
     *
     * @param source tells the time
     * @param pause lets time pass, by which {@code source} goes on
     * @return the new description
     */
    public IdentityPlatform time(InstantSource source, Pause pause) {
        return new IdentityPlatform(
                authority,
                cloud,
                httpClient,
                exchangeTimeout,
                requireNonNull(source, "source"),
                requireNonNull(pause, "pause"));
    }

    public Authority authority() {
        return authority;
    }

    public PartnerCenterCloud cloud() {
        return cloud;
    }

    public Optional<HttpClient> httpClient() {
        return httpClient;
    }

    public Duration exchangeTimeout() {
        return exchangeTimeout;
    }

    public InstantSource time() {
        return time;
    }

    public Pause pause() {
        return pause;
    }

    /** Gives the address and the cloud. */
    @Override
    public String toString() {
        return "IdentityPlatform[" + authority + ", " + cloud + "]";
    }
}
