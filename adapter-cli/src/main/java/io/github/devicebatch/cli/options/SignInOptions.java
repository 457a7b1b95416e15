package io.github.devicebatch.cli.options;

import java.net.URI;
import picocli.CommandLine.Option;

/**
 * Options about authentication. They are only declared here, for parsing and help: their values
 * are read from the parse result, which separates a given option from an option whose value comes from its variable.
 */
final class SignInOptions {

    /** Its value may contain a secret. */
    static final String TOKEN_COMMAND = "--token-command";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Read the access token from FILE; - is standard input. Alternative: DEVICEBATCH_TOKEN.")
    private String tokenFile;

    @Option(
            names = TOKEN_COMMAND,
            paramLabel = "COMMAND",
            description =
                    "Run COMMAND with sh, or cmd on Windows, and read the access token from its output; timeout 60s. Runs again if the token is rejected.")
    private String tokenCommand;

    @Option(
            names = "--tenant",
            paramLabel = "TENANT",
            description = "Sign in as an app of this tenant: Directory ID or a domain of the partner.")
    private String tenant;

    @Option(names = "--client-id", paramLabel = "ID", description = "Application ID of the app registration.")
    private String clientId;

    @Option(
            names = "--client-secret-file",
            paramLabel = "FILE",
            description = "Sign in with the client secret in FILE, as the app itself.")
    private String clientSecretFile;

    @Option(
            names = "--client-certificate",
            paramLabel = "FILE",
            description = "Sign in with the certificate and private key in FILE: PEM or PKCS#12.")
    private String clientCertificate;

    @Option(
            names = "--client-certificate-password-file",
            paramLabel = "FILE",
            description = "File with the password of the certificate file.")
    private String clientCertificatePasswordFile;

    @Option(
            names = "--refresh-token-file",
            paramLabel = "FILE",
            description =
                    "Sign in on behalf of the user whose refresh token is in FILE, as written by devicebatch login. A public client needs no secret and no certificate.")
    private String refreshTokenFile;

    @Option(
            names = "--authority",
            paramLabel = "URL",
            description = "Get tokens from URL instead: https, or http on loopback.")
    private URI authority;
}
