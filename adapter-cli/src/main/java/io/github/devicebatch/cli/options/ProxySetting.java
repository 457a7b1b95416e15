package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.http.ProxySettings;
import io.github.devicebatch.http.SettingException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/** Proxy of all requests, with the source of the setting. */
sealed interface ProxySetting {

    /** Returns the way to {@code server} and the source of the setting, without a login. */
    String route(URI server);

    /**
     * Returns the proxy of the option, else of the environment variables that curl reads, else of the Java runtime.
     *
     * @throws UsageException if a value is not the URL of an HTTP proxy
     */
    static ProxySetting of(CommandSettings settings) {
        return proxy(settings)
                .map(proxy ->
                        of(proxy, settings, settings.library().proxyVariable().orElseThrow()))
                .orElse(new OfTheRuntime());
    }

    private static Optional<ProxySettings> proxy(CommandSettings settings) {
        try {
            return settings.library().proxy();
        } catch (SettingException invalid) {
            throw unusable(settings.source(invalid.setting()), invalid);
        }
    }

    private static UsageException unusable(String source, SettingException invalid) {
        boolean named = invalid.reason().startsWith(source);
        return new UsageException(Problem.of(
                named ? invalid.reason() : source + ": " + invalid.reason(),
                "correct " + (named ? "or unset " : "") + source + ", or give --proxy none"));
    }

    private static ProxySetting of(ProxySettings proxy, CommandSettings settings, String variable) {
        String source = settings.source(variable);
        return proxy.equals(ProxySettings.none())
                ? new None(source)
                : new Given(proxy, source, settings.library().noProxyVariable());
    }

    /** No proxy. */
    record None(String source) implements ProxySetting {

        @Override
        public String route(URI server) {
            return "direct (" + source + " none)";
        }
    }

    /**
     * An HTTP proxy with its exceptions.
     *
     * @param source the option or variable with the proxy
     * @param exceptionsSource the variable with the exceptions, if it is set
     */
    record Given(ProxySettings proxy, String source, Optional<String> exceptionsSource) implements ProxySetting {

        @Override
        public String route(URI server) {
            return proxy.proxyFor(server)
                    .map(address -> through(address, source))
                    .orElseGet(() -> "direct (" + exception(server) + ")");
        }

        /** A proxy without exceptions is not used for loopback. */
        private String exception(URI server) {
            boolean always = proxy.exceptFor("").proxyFor(server).isEmpty();
            return always ? "this machine is never reached through a proxy" : exceptionsSource.orElse("excepted");
        }
    }

    /** The proxy selector of the Java runtime, which reads system properties such as {@code https.proxyHost}. */
    record OfTheRuntime() implements ProxySetting {

        @Override
        public String route(URI server) {
            return Stream.ofNullable(ProxySelector.getDefault())
                    .flatMap(selector -> selector.select(server).stream())
                    .findFirst()
                    .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                    .map(proxy -> through((InetSocketAddress) proxy.address(), "Java system properties"))
                    .orElse("direct (no proxy is set)");
        }
    }

    private static String through(InetSocketAddress proxy, String source) {
        return "proxy " + proxy.getHostString() + ":" + proxy.getPort() + " (" + source + ")";
    }
}
