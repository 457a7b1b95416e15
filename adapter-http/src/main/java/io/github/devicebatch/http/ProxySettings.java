package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.http.transport.NoProxyRules;
import io.github.devicebatch.http.transport.ProxyRules;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An HTTP proxy and the hosts that are reached without it, or no proxy at all. Requests go through a tunnel that the proxy
 * opens ({@code CONNECT}), so it sees host and port and nothing else. This machine ({@code localhost}, 127.0.0.0/8, ::1) is
 * never reached through a proxy.
 *
 * <p>A login is sent with the Basic scheme, in the clear, to the proxy alone, and is never printed. A class and not a record,
 * because a record prints its parts. Immutable and thread-safe.
 */
public final class ProxySettings {

    private static final ProxySettings NONE = new ProxySettings(Optional.empty(), NoProxyRules.NONE);

    private final Optional<ProxyUrl> proxy;
    private final NoProxyRules direct;
    private final ProxyRules rules;

    private ProxySettings(Optional<ProxyUrl> proxy, NoProxyRules direct) {
        this.proxy = proxy;
        this.direct = direct;
        this.rules = new ProxyRules(proxy.map(ProxyUrl::address), direct);
    }

    /**
     * Returns settings without a proxy, whatever the JVM's own settings are.
     *
     * @return the settings
     */
    public static ProxySettings none() {
        return NONE;
    }

    /**
     * Returns settings with a proxy for every host but this machine.
     *
     * @param url {@code http://USER:PASSWORD@HOST:PORT} as curl reads it: scheme, login and port may be missing, the port is
     *     1080 then; user and password are percent-encoded
     * @return the settings
     * @throws IllegalArgumentException if {@code url} is no such URL or is of another scheme, such as {@code https} or
     *     {@code socks5}; the message contains no part of the login
     */
    public static ProxySettings of(String url) {
        return new ProxySettings(Optional.of(ProxyUrl.parse("the proxy URL", url.strip())), NoProxyRules.NONE);
    }

    /**
     * Reads the settings from environment variables as curl does for {@code https} addresses: the proxy from the first of
     * {@code https_proxy}, {@code HTTPS_PROXY}, {@code all_proxy} and {@code ALL_PROXY} that is not empty, the exceptions
     * from {@code no_proxy}, else {@code NO_PROXY}.
     *
     * @param environment the variables, such as {@link System#getenv()}
     * @return the settings; {@link #none()} if no variable names a proxy
     * @throws IllegalArgumentException if the variable is no URL of a proxy, as for {@link #of}; the message names the
     *     variable and contains no part of the login
     */
    public static ProxySettings fromEnvironment(Map<String, String> environment) {
        Optional<ProxyUrl> proxy = first(environment, "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
                .map(variable ->
                        ProxyUrl.parse(variable, value(environment, variable).strip()));
        return proxy.isEmpty() ? NONE : new ProxySettings(proxy, exceptions(environment));
    }

    private static NoProxyRules exceptions(Map<String, String> environment) {
        return first(environment, "no_proxy", "NO_PROXY")
                .map(variable -> NoProxyRules.parse(value(environment, variable)))
                .orElse(NoProxyRules.NONE);
    }

    private static String value(Map<String, String> environment, String variable) {
        return environment.getOrDefault(variable, "");
    }

    private static Optional<String> first(Map<String, String> environment, String... variables) {
        return Stream.of(variables)
                .filter(variable -> !value(environment, variable).isBlank())
                .findFirst();
    }

    /**
     * Returns the same proxy with other exceptions.
     *
     * @param hosts hosts that are reached directly, as in curl's {@code NO_PROXY}: names with everything below them, IP
     *     addresses and networks such as {@code 10.0.0.0/8}, separated by commas or white space; {@code *} alone for every
     *     host. Beyond curl, an entry may have a port, and an IPv6 address brackets
     * @return the settings
     */
    public ProxySettings exceptFor(String hosts) {
        return new ProxySettings(proxy, NoProxyRules.parse(requireNonNull(hosts, "hosts")));
    }

    /**
     * Returns the proxy through which an address is reached.
     *
     * @param target an address with a host
     * @return host and port of the proxy, not resolved; empty for the direct way
     */
    public Optional<InetSocketAddress> proxyFor(URI target) {
        return rules.proxyFor(target);
    }

    ProxySelector selector() {
        return rules;
    }

    /** Returns the value of the header {@code Proxy-Authorization}, if the proxy wants a login. It is a secret. */
    Optional<String> authorization() {
        return proxy.flatMap(ProxyUrl::authorization);
    }

    /** Returns host and port of the proxy and the exceptions, without the login. */
    @Override
    public String toString() {
        return "ProxySettings["
                + proxy.map(url -> url + (direct.toString().isEmpty() ? "" : ", except for " + direct))
                        .orElse("none")
                + "]";
    }
}
