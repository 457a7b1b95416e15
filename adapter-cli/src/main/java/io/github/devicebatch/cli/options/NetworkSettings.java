package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.PartnerCenterBuilder;
import io.github.devicebatch.http.SettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * Way to the servers: their addresses, the proxy and the trusted certificate authorities, from options, environment variables and
 * the Java runtime. Contains the login of a proxy, which no text shows.
 */
public final class NetworkSettings {

    private final CommandSettings settings;
    private final ProxySetting proxy;
    private final Optional<CaFile> caFile;

    private NetworkSettings(CommandSettings settings, ProxySetting proxy, Optional<CaFile> caFile) {
        this.settings = settings;
        this.proxy = proxy;
        this.caFile = caFile;
    }

    /**
     * Reads the settings, and the file with certificates. An option takes precedence over its variable, and that over the
     * variables that other programs read.
     *
     * @throws UsageException if the proxy or the file is unusable
     */
    public static NetworkSettings of(ParseResult parsed, EnvironmentVariables environment) {
        var settings = new CommandSettings(parsed, environment);
        return new NetworkSettings(settings, ProxySetting.of(settings), CaFile.read(settings));
    }

    /** Returns a valid value of {@code --proxy} with placeholders in place of the login, if it has one. */
    static String withoutLogin(String proxy) {
        int end = proxy.lastIndexOf('@');
        return end < 0 ? proxy : "http://USER:PASSWORD" + proxy.substring(end);
    }

    /**
     * Returns a builder with the address of Partner Center and these settings.
     *
     * @throws SettingException if the address is unusable
     */
    PartnerCenterBuilder partnerCenter() {
        try {
            return settings.library().connection();
        } catch (IOException impossible) {
            throw new UncheckedIOException("the file was read before", impossible);
        }
    }

    /**
     * Returns the identity platform with these settings.
     *
     * @throws UsageException if secrets may not be sent to its address
     */
    IdentityPlatform identityPlatform(CliContext context) {
        try {
            return settings.library().identityPlatform().time(context.time(), context.pause(), context.wallClock());
        } catch (SettingException invalid) {
            throw new UsageException(Problem.of("--authority: " + invalid.reason(), "omit --authority"));
        } catch (IOException impossible) {
            throw new UncheckedIOException("the file was read before", impossible);
        }
    }

    /** Returns the address of Partner Center. */
    public URI partnerCenterAddress() {
        return settings.library().baseUrl();
    }

    /** Returns the address of the identity platform. */
    public URI identityPlatformAddress() {
        return settings.library().authority();
    }

    /** Returns the options of this command line, for another command; placeholders replace the login of a proxy. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        settings.option("DEVICEBATCH_PROXY")
                .ifPresent(value -> arguments.addAll(List.of(NetworkOptions.PROXY, withoutLogin(value))));
        settings.option("DEVICEBATCH_CA_FILE")
                .ifPresent(value -> arguments.addAll(List.of(NetworkOptions.CA_FILE, value)));
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
}
