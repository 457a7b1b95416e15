package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.signin.SignInSettings;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.http.IdentityPlatform;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of a sign-in. {@link SignInSettings} finds the values of those that asking has as well. */
public final class LoginOptions {

    @Option(
            names = "--tenant",
            paramLabel = "TENANT",
            description = "The partner's tenant: its Directory ID, or one of its domains.")
    private String tenant;

    @Option(
            names = "--client-id",
            paramLabel = "ID",
            description = "The Application ID of the app registration, which has to allow public client flows.")
    private String clientId;

    @Option(
            names = "--refresh-token-file",
            paramLabel = "FILE",
            description =
                    "Keep the refresh token in FILE. It and its folder are made for you alone, or have to be so already.")
    private String refreshTokenFile;

    @Option(
            names = "--cloud",
            paramLabel = "CLOUD",
            description = "The vendor's cloud: ${COMPLETION-CANDIDATES}. Default: global.")
    private Cloud cloud = Cloud.GLOBAL;

    @Option(
            names = "--authority",
            paramLabel = "URL",
            converter = AuthorityConverter.class,
            description = "Sign in at URL instead: https, or http on this machine.")
    private URI authority;

    /**
     * Describes where the user signs in.
     *
     * @throws UsageException if that cannot be
     */
    public IdentityPlatform platform(CliContext around) {
        return Cloud.Platforms.of(cloud, Optional.ofNullable(authority), around);
    }

    /** Gives the options about where, as the next command needs them too. */
    public List<String> where() {
        List<String> words = new ArrayList<>();
        if (cloud != Cloud.GLOBAL) {
            words.addAll(List.of("--cloud", cloud.toString()));
        }
        if (authority != null) {
            words.addAll(List.of("--authority", authority.toString()));
        }
        return words;
    }
}
