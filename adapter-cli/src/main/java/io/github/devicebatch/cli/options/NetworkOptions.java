package io.github.devicebatch.cli.options;

import picocli.CommandLine.Option;

/**
 * Options about the way to the servers. They are only declared here, for parsing and help: {@link NetworkSettings} reads their
 * values from the parse result, which separates a given option from an option whose value comes from its variable.
 */
final class NetworkOptions {

    static final String PROXY = "--proxy";
    static final String CA_FILE = "--ca-file";

    @Option(
            names = PROXY,
            paramLabel = "URL|none",
            description =
                    "Connect through the HTTP proxy http://HOST:PORT, or directly. Default: HTTPS_PROXY, else ALL_PROXY;"
                            + " NO_PROXY applies as well.")
    private String proxy;

    @Option(
            names = CA_FILE,
            paramLabel = "FILE",
            description =
                    "Also trust the certificate authorities in FILE (PEM), such as that of a proxy that inspects TLS."
                            + " Default: SSL_CERT_FILE.")
    private String caFile;
}
