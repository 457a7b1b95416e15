package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.http.transport.ClientSource;
import io.github.devicebatch.http.transport.HttpClients;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a server is reached: through a caller's own client, or through clients of our own with a proxy and authorities. Immutable.
 *
 * @param callers the caller's own client
 * @param proxy the proxy; empty for the selector of the JVM
 * @param trust the authorities; empty for those of the JVM
 */
record ConnectionSettings(
        Optional<ClientSource.Callers> callers, Optional<ProxySettings> proxy, Optional<TrustSettings> trust) {

    static final ConnectionSettings DEFAULT =
            new ConnectionSettings(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Returns the same settings with a caller's own client.
     *
     * @throws IllegalArgumentException if it follows redirects
     */
    ConnectionSettings withHttpClient(HttpClient client) {
        return withHttpClient(client, UnaryOperator.identity());
    }

    /** Returns the same settings with a caller's own client, and the context in which its exchanges run. */
    ConnectionSettings withHttpClient(HttpClient client, UnaryOperator<Runnable> context) {
        return new ConnectionSettings(
                Optional.of(new ClientSource.Callers(HttpClients.check(client), requireNonNull(context, "context"))),
                proxy,
                trust);
    }

    ConnectionSettings withProxy(ProxySettings settings) {
        return new ConnectionSettings(callers, Optional.of(settings), trust);
    }

    ConnectionSettings withTrust(TrustSettings settings) {
        return new ConnectionSettings(callers, proxy, Optional.of(settings));
    }

    /**
     * Returns the source of clients for a server.
     *
     * @param server the address of the server
     * @throws IllegalStateException if the settings contradict each other, or this JVM can't fulfil them
     */
    ClientSource clientsFor(URI server) {
        if (callers.isPresent() && (proxy.isPresent() || trust.isPresent())) {
            throw new IllegalStateException("a client of the caller's own has its own proxy and trusted authorities;"
                    + " call httpClient(…), or proxy(…) and trust(…)");
        }
        if (callers.isPresent()) {
            return callers.get();
        }
        Optional<String> login = proxy.flatMap(ProxySettings::authorization);
        if (login.isPresent() && proxy.get().proxyFor(server).isPresent()) {
            HttpClients.requireBasicInTunnels();
        }
        return new ClientSource.Own(new HttpClients(
                proxy.map(ProxySettings::selector),
                login,
                Optional.of(trust.orElse(TrustSettings.system()).sslContext())));
    }
}
