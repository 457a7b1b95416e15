package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.http.IdentityPlatform;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/**
 * Options of {@code login}. {@code --tenant}, {@code --client-id} and {@code --refresh-token-file} are only declared here,
 * for parsing and help: their values are read from the parse result, as those of {@link SignInOptions} are.
 */
public final class LoginOptions {

    @Option(names = "--tenant", paramLabel = "TENANT", description = "Tenant of the partner: Directory ID or a domain.")
    private String tenant;

    @Option(
            names = "--client-id",
            paramLabel = "ID",
            description = "Application ID of an app registration that allows public client flows.")
    private String clientId;

    @Option(
            names = "--refresh-token-file",
            paramLabel = "FILE",
            description =
                    "File for the refresh token. Created with owner-only access, as is its directory; if they exist,"
                            + " they must have it.")
    private String refreshTokenFile;

    @Option(
            names = "--cloud",
            paramLabel = "CLOUD",
            description = "Microsoft cloud: ${COMPLETION-CANDIDATES}. Default: global.")
    private Cloud cloud = Cloud.GLOBAL;

    @Option(
            names = "--authority",
            paramLabel = "URL",
            description = "Sign in at URL instead: https, or http on loopback.")
    private URI authority;

    @ArgGroup(validate = false)
    private NetworkOptions network = new NetworkOptions();

    @Option(
            names = {"-v", "--verbose"},
            description = "Log to stderr how the server is reached.")
    private boolean verbose;

    /**
     * Returns the identity platform to sign in at.
     *
     * @throws UsageException if {@code --authority} is not usable
     */
    public IdentityPlatform identityPlatform(CliContext context, NetworkSettings settings) {
        return settings.identityPlatform(context);
    }

    /**
     * Returns the options that later commands need too: {@code --cloud} and {@code --authority}, if not the default, and those
     * of {@code settings}.
     */
    public List<String> platformArguments(NetworkSettings settings) {
        List<String> arguments = new ArrayList<>();
        if (cloud != Cloud.GLOBAL) {
            arguments.addAll(List.of("--cloud", cloud.toString()));
        }
        if (authority != null) {
            arguments.addAll(List.of("--authority", authority.toString()));
        }
        arguments.addAll(settings.arguments());
        return arguments;
    }
}
