package io.github.devicebatch.http.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Chooses between one HTTP proxy and the direct way. This machine is never reached through a proxy. Immutable.
 */
public final class ProxyRules extends ProxySelector {

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final Optional<InetSocketAddress> proxy;
    private final NoProxyRules direct;

    /**
     * Creates the rules.
     *
     * @param proxy the proxy, not resolved, so that each connection looks its name up; or empty for the direct way always
     * @param direct which hosts are reached directly
     */
    public ProxyRules(Optional<InetSocketAddress> proxy, NoProxyRules direct) {
        this.proxy = proxy;
        this.direct = direct;
    }

    /**
     * Returns the proxy for {@code target}, or empty for the direct way.
     *
     * @param target a URI with a host
     */
    public Optional<InetSocketAddress> proxyFor(URI target) {
        String host = target.getHost();
        return proxy.filter(any -> !IpLiteral.isLoopback(host) && !direct.matches(host, port(target)));
    }

    private static int port(URI target) {
        if (target.getPort() >= 0) {
            return target.getPort();
        }
        return "https".equalsIgnoreCase(target.getScheme()) ? HTTPS_PORT : HTTP_PORT;
    }

    @Override
    public List<Proxy> select(URI target) {
        return List.of(proxyFor(target)
                .map(address -> new Proxy(Proxy.Type.HTTP, address))
                .orElse(Proxy.NO_PROXY));
    }

    /** Does nothing: there is no second proxy to try. */
    @Override
    public void connectFailed(URI target, SocketAddress address, IOException failure) {
        // ignored: the exchange reports its failure itself
    }
}
