package io.github.devicebatch.http.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * Factory of HTTP clients that have the same settings, and check of a caller's own. A class and not a record, because the login
 * is a secret. Thread-safe.
 */
public final class HttpClients {

    /** Clients with the settings of the JVM. */
    public static final HttpClients OF_THE_JVM = new HttpClients(Optional.empty(), Optional.empty(), Optional.empty());

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    private final Optional<ProxySelector> selector;
    private final Optional<String> proxyAuthorization;
    private final Optional<SSLContext> tls;

    /**
     * Creates a factory. All clients share {@code tls}, so that they resume each other's TLS sessions.
     *
     * @param selector chooses the proxy; empty for the selector of the JVM
     * @param proxyAuthorization the value of {@code Proxy-Authorization} for tunnels, which is a secret
     * @param tls the trusted authorities; empty for those of the JVM
     */
    public HttpClients(
            Optional<ProxySelector> selector, Optional<String> proxyAuthorization, Optional<SSLContext> tls) {
        this.selector = selector;
        this.proxyAuthorization = proxyAuthorization;
        this.tls = tls;
    }

    /**
     * Creates a client that never follows redirects and connects within 5 seconds. Its executor is direct, so only {@link
     * HttpSender} may use it, which never sends on the thread of a caller (ADR 0024).
     */
    public HttpClient create() {
        HttpClient.Builder client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(new SelectorThreadExecutor());
        selector.ifPresent(client::proxy);
        tls.ifPresent(client::sslContext);
        return client.build();
    }

    /** Returns the value of {@code Proxy-Authorization} for tunnels, if there is a login. It is a secret. */
    Optional<String> proxyAuthorization() {
        return proxyAuthorization;
    }

    /**
     * Checks a caller's own client.
     *
     * @return the client
     * @throws IllegalArgumentException if it follows redirects, which would send credentials to another host
     */
    public static HttpClient check(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "the client follows redirects, which would send credentials to another host; build it with"
                            + " Redirect.NEVER");
        }
        return client;
    }

    /**
     * Checks that this JVM sends a login of the Basic scheme when it asks a proxy for a tunnel. By default it does not
     * (JDK-8168839).
     *
     * @throws IllegalStateException if it does not; the message names the system property
     */
    public static void requireBasicInTunnels() {
        String disabled = System.getProperty(DISABLED_SCHEMES, ofTheInstallation());
        if (Stream.of(disabled.split(",")).map(String::strip).anyMatch("Basic"::equalsIgnoreCase)) {
            throw new IllegalStateException("this JVM does not send a login to a proxy for https; start it with -D"
                    + DISABLED_SCHEMES + "= (an empty value)");
        }
    }

    private static String ofTheInstallation() {
        Properties properties = new Properties();
        try (InputStream file =
                Files.newInputStream(Path.of(System.getProperty("java.home"), "conf", "net.properties"))) {
            properties.load(file);
        } catch (IOException missing) {
            return "";
        }
        return properties.getProperty(DISABLED_SCHEMES, "");
    }

    /** Returns nothing of the login. */
    @Override
    public String toString() {
        return "HttpClients";
    }
}
