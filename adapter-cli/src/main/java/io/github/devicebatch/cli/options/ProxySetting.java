package io.github.devicebatch.cli.options;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import io.github.devicebatch.http.ProxySettings;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Proxy of all requests, with the source of the setting. */
sealed interface ProxySetting {

    /** Returns the settings for the library; empty if the Java runtime decides. */
    Optional<ProxySettings> settings();

    /** Returns the way to {@code server} and the source of the setting, without a login. */
    String route(URI server);

    /**
     * Returns the proxy of the option, else of the environment variables that curl reads, else of the Java runtime.
     *
     * @throws UsageException if a value is not the URL of an HTTP proxy
     */
    static ProxySetting of(Optional<NetworkSettings.Given> option, EnvironmentVariables environment) {
        var variables = new Variables(environment);
        return option.map(given -> ofOption(given, variables))
                .or(() -> variables.proxy().map(name -> ofVariable(name, variables)))
                .orElse(new OfTheRuntime());
    }

    private static ProxySetting ofOption(NetworkSettings.Given given, Variables variables) {
        if (given.value().strip().equalsIgnoreCase("none")) {
            return new None(given.source());
        }
        try {
            ProxySettings proxy = ProxySettings.of(given.value());
            return new Given(
                    variables.exceptions().map(proxy::exceptFor).orElse(proxy),
                    given.source(),
                    variables.exceptionsName());
        } catch (IllegalArgumentException invalid) {
            throw new UsageException(Problem.of(
                    given.source() + ": " + invalid.getMessage(),
                    "correct " + given.source() + ", or give --proxy none"));
        }
    }

    private static ProxySetting ofVariable(String name, Variables variables) {
        try {
            return new Given(ProxySettings.fromEnvironment(variables.all()), name, variables.exceptionsName());
        } catch (IllegalArgumentException invalid) {
            throw new UsageException(Problem.of(
                    requireNonNull(invalid.getMessage()), "correct or unset " + name + ", or give --proxy none"));
        }
    }

    /** No proxy. */
    record None(String source) implements ProxySetting {

        @Override
        public Optional<ProxySettings> settings() {
            return Optional.of(ProxySettings.none());
        }

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
        public Optional<ProxySettings> settings() {
            return Optional.of(proxy);
        }

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
        public Optional<ProxySettings> settings() {
            return Optional.empty();
        }

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

    /** Environment variables about proxies, as curl reads them. */
    record Variables(EnvironmentVariables environment) {

        private static final List<String> PROXIES = List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");
        private static final List<String> EXCEPTIONS = List.of("no_proxy", "NO_PROXY");

        Optional<String> proxy() {
            return first(PROXIES);
        }

        Optional<String> exceptionsName() {
            return first(EXCEPTIONS);
        }

        Optional<String> exceptions() {
            return exceptionsName().flatMap(environment::get);
        }

        private Optional<String> first(List<String> names) {
            return names.stream()
                    .filter(name -> environment
                            .get(name)
                            .filter(value -> !value.isBlank())
                            .isPresent())
                    .findFirst();
        }

        Map<String, String> all() {
            Map<String, String> variables = new HashMap<>();
            Stream.of(PROXIES, EXCEPTIONS)
                    .flatMap(List::stream)
                    .forEach(name -> environment.get(name).ifPresent(value -> variables.put(name, value)));
            return variables;
        }
    }
}
