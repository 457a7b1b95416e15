package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.signin.SignInSettings;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.http.IdentityPlatform;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * The options that say as whom to ask. Whether one was typed or comes from its variable matters, so that
 * {@link SignInSettings} finds their values and the fields are there for help and completion.
 */
final class SignInOptions {

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Read the access token from FILE; - reads standard input. Or set DEVICEBATCH_TOKEN.")
    private String tokenFile;

    @Option(
            names = "--token-command",
            paramLabel = "COMMAND",
            description =
                    "Run COMMAND with sh; what it prints, within 60s, is the access token. Runs again if that is refused.")
    private String tokenCommand;

    @Option(
            names = "--tenant",
            paramLabel = "TENANT",
            description = "Sign in as an app of the partner's tenant: its Directory ID, or one of its domains.")
    private String tenant;

    @Option(
            names = "--client-id",
            paramLabel = "ID",
            description = "Which app: the Application ID of its registration.")
    private String clientId;

    @Option(
            names = "--client-secret-file",
            paramLabel = "FILE",
            description = "Read the app's secret from FILE, to ask as the app itself.")
    private String clientSecretFile;

    @Option(
            names = "--client-certificate",
            paramLabel = "FILE",
            description = "Or read its certificate and private key from FILE: PEM or PKCS#12.")
    private String clientCertificate;

    @Option(
            names = "--client-certificate-password-file",
            paramLabel = "FILE",
            description = "Read the password of that file from FILE.")
    private String clientCertificatePasswordFile;

    @Option(
            names = "--refresh-token-file",
            paramLabel = "FILE",
            description =
                    "Ask on behalf of the user whose refresh token is in FILE; devicebatch login makes it. A public app needs no secret and no certificate.")
    private String refreshTokenFile;

    @Option(
            names = "--authority",
            paramLabel = "URL",
            converter = AuthorityConverter.class,
            description = "Get tokens at URL instead: https, or http on this machine.")
    private URI authority;

    /**
     * Describes who issues tokens.
     *
     * @throws UsageException if it cannot be asked
     */
    IdentityPlatform platform(Cloud cloud, CliContext around) {
        return Cloud.Platforms.of(cloud, Optional.ofNullable(authority), around);
    }
}
