package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.PartnerCenterBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * Way to the servers: the proxy and the trusted certificate authorities, from options, environment variables and the Java
 * runtime. Contains the login of a proxy, which no text shows.
 */
public final class NetworkSettings {

    private final ProxySetting proxy;
    private final Optional<CaFile> caFile;
    private final List<String> arguments;

    private NetworkSettings(ProxySetting proxy, Optional<CaFile> caFile, List<String> arguments) {
        this.proxy = proxy;
        this.caFile = caFile;
        this.arguments = arguments;
    }

    /**
     * Reads the settings, and the file with certificates. An option takes precedence over its variable, and that over the
     * variables that other programs read.
     *
     * @throws UsageException if the proxy or the file is unusable
     */
    public static NetworkSettings of(ParseResult parsed, EnvironmentVariables environment) {
        Optional<Given> proxy = given(parsed, NetworkOptions.PROXY, environment, "DEVICEBATCH_PROXY");
        Optional<Given> file = given(parsed, NetworkOptions.CA_FILE, environment, "DEVICEBATCH_CA_FILE")
                .or(() -> environment.get("SSL_CERT_FILE").map(value -> new Given("SSL_CERT_FILE", value)));
        return new NetworkSettings(ProxySetting.of(proxy, environment), file.map(CaFile::read), arguments(proxy, file));
    }

    private static Optional<Given> given(
            ParseResult parsed, String option, EnvironmentVariables environment, String variable) {
        return parsed.hasMatchedOption(option)
                ? Optional.of(new Given(option, parsed.matchedOptionValue(option, "")))
                : environment.get(variable).map(value -> new Given(environment.origin(variable), value));
    }

    private static List<String> arguments(Optional<Given> proxy, Optional<Given> file) {
        List<String> arguments = new ArrayList<>();
        proxy.filter(given -> given.source().equals(NetworkOptions.PROXY))
                .ifPresent(given -> arguments.addAll(List.of(given.source(), withoutLogin(given.value()))));
        file.filter(given -> given.source().equals(NetworkOptions.CA_FILE))
                .ifPresent(given -> arguments.addAll(List.of(given.source(), given.value())));
        return List.copyOf(arguments);
    }

    /** Returns a valid value of {@code --proxy} with placeholders in place of the login, if it has one. */
    static String withoutLogin(String proxy) {
        int end = proxy.lastIndexOf('@');
        return end < 0 ? proxy : "http://USER:PASSWORD" + proxy.substring(end);
    }

    /** Returns {@code builder} with these settings. */
    PartnerCenterBuilder apply(PartnerCenterBuilder builder) {
        PartnerCenterBuilder proxied = proxy.settings().map(builder::proxy).orElse(builder);
        return caFile.map(file -> proxied.trust(file.trust())).orElse(proxied);
    }

    /** Returns {@code platform} with these settings. */
    IdentityPlatform apply(IdentityPlatform platform) {
        IdentityPlatform proxied = proxy.settings().map(platform::proxy).orElse(platform);
        return caFile.map(file -> proxied.trust(file.trust())).orElse(proxied);
    }

    /** Returns the options of this command line, for another command; placeholders replace the login of a proxy. */
    List<String> arguments() {
        return arguments;
    }

    /** Returns lines about the way to {@code servers} and the file with certificates, with the source of each setting. */
    public List<String> describe(List<URI> servers) {
        List<String> lines = new ArrayList<>();
        servers.stream()
                .map(server -> "connection to " + server.getHost() + ": " + proxy.route(server))
                .distinct()
                .forEach(lines::add);
        caFile.map(CaFile::describe).ifPresent(lines::add);
        return lines;
    }

    /**
     * Value of a setting. A class, because {@code toString} of a record prints its components and a value may contain a
     * password.
     */
    static final class Given {

        private final String source;
        private final String value;

        Given(String source, String value) {
            this.source = source;
            this.value = value;
        }

        /** Returns the name of the option or variable. */
        String source() {
            return source;
        }

        String value() {
            return value;
        }
    }
}
