package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.Pause;
import io.github.devicebatch.http.auth.TokenEndpoint;
import io.github.devicebatch.http.transport.Authority;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The Microsoft identity platform, which issues access tokens, and how to reach it. Every method returns a new description and
 * leaves this one unchanged.
 *
 * <p>Token sources and {@link DeviceCodeSignIn} use MSAL4J, an optional dependency: add {@code com.microsoft.azure:msal4j}.
 * Immutable and thread-safe.
 *
 * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols">The platform's protocols</a>
 */
public final class IdentityPlatform {

    private final TokenEndpoint endpoint;
    private final PartnerCenterCloud cloud;
    private final ConnectionSettings connections;

    private IdentityPlatform(TokenEndpoint endpoint, PartnerCenterCloud cloud, ConnectionSettings connections) {
        this.endpoint = endpoint;
        this.cloud = cloud;
        this.connections = connections;
    }

    /**
     * Returns the identity platform that issues the tokens of one of the vendor's clouds.
     *
     * @param cloud the cloud
     * @return the identity platform
     */
    public static IdentityPlatform at(PartnerCenterCloud cloud) {
        return at(cloud.authority(), cloud);
    }

    /**
     * Returns an identity platform at any address, such as a fake's. Secrets are sent to this address and to no other.
     *
     * @param authority {@code https} with a host, or {@code http} on loopback; without a path, the tenant is added to it
     * @param cloud the cloud whose tokens it issues
     * @return the identity platform
     * @throws IllegalArgumentException if {@code authority} is neither {@code https} nor on loopback, or has user, path, query
     *     or fragment
     */
    public static IdentityPlatform at(URI authority, PartnerCenterCloud cloud) {
        return new IdentityPlatform(
                new TokenEndpoint(
                        new Authority(requireNonNull(authority, "authority")),
                        cloud.appOnlyScope(),
                        cloud.appAndUserScope(),
                        MonotonicClock.startingNow(),
                        Thread::sleep,
                        InstantSource.system()),
                cloud,
                ConnectionSettings.DEFAULT);
    }

    /**
     * Sends through the caller's own client, which the caller closes. Its connect timeout, proxy, TLS and executor are used as
     * they are. By default, each exchange has a new client, which connects within 5 seconds and is closed afterwards.
     *
     * @param client the client
     * @return the new description
     * @throws IllegalArgumentException if {@code client} follows redirects, which would send secrets to another host
     */
    public IdentityPlatform httpClient(HttpClient client) {
        return new IdentityPlatform(endpoint, cloud, connections.withHttpClient(client));
    }

    /**
     * Connects through a proxy, or without one. By default the JVM's {@link java.net.ProxySelector} decides. Not together with
     * {@link #httpClient}; token sources and {@link DeviceCodeSignIn} refuse that with an {@link IllegalStateException}.
     *
     * @param settings the proxy and its exceptions, or {@link ProxySettings#none()}. With a login, the JVM has to be started
     *     with {@code -Djdk.http.auth.tunneling.disabledSchemes=}; otherwise token sources and {@link DeviceCodeSignIn} throw
     *     an {@link IllegalStateException}
     * @return the new description
     */
    public IdentityPlatform proxy(ProxySettings settings) {
        return new IdentityPlatform(endpoint, cloud, connections.withProxy(requireNonNull(settings, "settings")));
    }

    /**
     * Sets the certificate authorities that the platform's certificate may come from. {@link TrustSettings#system()} by
     * default. Not together with {@link #httpClient}, as for {@link #proxy}.
     *
     * @param settings the authorities
     * @return the new description
     */
    public IdentityPlatform trust(TrustSettings settings) {
        return new IdentityPlatform(endpoint, cloud, connections.withTrust(requireNonNull(settings, "settings")));
    }

    /**
     * Limits the time of one exchange, from connecting to the last byte of the body. 15 seconds by default.
     *
     * @param timeout the longest time; positive, at most a day
     * @return the new description
     * @throws IllegalArgumentException if {@code timeout} is not positive or above a day
     */
    public IdentityPlatform exchangeTimeout(Duration timeout) {
        Validation.requirePositive("exchangeTimeout", timeout);
        return new IdentityPlatform(endpoint.withExchangeTimeout(timeout), cloud, connections);
    }

    /**
     * Reads the time from {@code source} and waits by {@code pause}. By default a {@link MonotonicClock} and
     * {@link Thread#sleep}, so that a change of the system's clock changes no wait; dates that the service names are compared to
     * the system's clock.
     *
     * @param source the clock, also for the dates that the service names
     * @param pause waits until {@code source} has advanced
     * @return the new description
     */
    public IdentityPlatform time(InstantSource source, Pause pause) {
        return time(source, pause, source);
    }

    /**
     * Reads the time from two clocks and waits by {@code pause}.
     *
     * @param source the clock of waits, deadlines and lifetimes
     * @param pause waits until {@code source} has advanced
     * @param wallClock the clock for the dates that the service names
     * @return the new description
     */
    public IdentityPlatform time(InstantSource source, Pause pause, InstantSource wallClock) {
        return new IdentityPlatform(
                endpoint.withTime(
                        requireNonNull(source, "source"),
                        requireNonNull(pause, "pause"),
                        requireNonNull(wallClock, "wallClock")),
                cloud,
                connections);
    }

    /**
     * Returns the endpoint with its connections.
     *
     * @throws IllegalStateException if the settings of the connections contradict each other, or this JVM can't fulfil them
     */
    TokenEndpoint endpoint() {
        return endpoint.withClients(connections.clientsFor(endpoint.authority().uri()));
    }

    /** Returns the clock of waits, deadlines and lifetimes. */
    InstantSource time() {
        return endpoint.time();
    }

    /** Returns the address and the cloud. */
    @Override
    public String toString() {
        return "IdentityPlatform[" + endpoint.authority() + ", " + cloud + "]";
    }
}
