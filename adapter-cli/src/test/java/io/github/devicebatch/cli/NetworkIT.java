package io.github.devicebatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.cli.support.SecretSearch;
import io.github.devicebatch.cli.support.TunnelProxy;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.Tls;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged command in networks with a proxy, a private certificate authority, and names that come late. */
class NetworkIT {

    private static final String HOST = "elsewhere.example";
    private static final String REFERENCE = Batches.REFERENCE.toString();
    private static final String PASSWORD = "s3cret of the proxy";
    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString(("user:" + PASSWORD).getBytes(UTF_8));

    @TempDir
    private Path folder;

    /** The certificate is for {@link #HOST}, which only a proxy or a hosts file can reach. */
    @RegisterExtension
    final FakePartnerCenterExtension extension = new FakePartnerCenterExtension().tls(Tls.WRONG_HOST);

    private FakePartnerCenter partnerCenter;
    private Path caFile;

    @BeforeEach
    void start(FakePartnerCenter started) throws Exception {
        partnerCenter = started;
        partnerCenter.script(Batches.REFERENCE).then(Reply.documentedExample());
        caFile = Files.writeString(
                folder.resolve("ca.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(partnerCenter.authority().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    private int port() {
        return partnerCenter.baseUrl().getPort();
    }

    private PackagedCommand command() {
        return new PackagedCommand(folder)
                .with("DEVICEBATCH_BASE_URL", "https://" + HOST + ":" + port())
                .with("DEVICEBATCH_TOKEN", SecretSearch.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTPS_PROXY", "https_proxy", "ALL_PROXY", "DEVICEBATCH_PROXY"})
    void theLoginInAVariableReachesTheProxy(String variable) throws Exception {
        try (TunnelProxy proxy = TunnelProxy.to(port(), LOGIN)) {
            RunResult result = command()
                    .with(variable, "http://user:s3cret%20of%20the%20proxy@127.0.0.1:" + proxy.port())
                    .with("SSL_CERT_FILE", caFile.toString())
                    .run("status", REFERENCE, "-v");

            assertThat(result.err())
                    .startsWith("connection to " + HOST + ": proxy 127.0.0.1:" + proxy.port() + " (" + variable + ")\n"
                            + "trusted certificates: those of the Java runtime, and of " + caFile
                            + " (SSL_CERT_FILE)\n")
                    .doesNotContain("s3cret");
            assertThat(result.exitCode()).isZero();
            assertThat(partnerCenter.requests()).hasSize(1);
        }
    }

    @Test
    void theOptionTakesPrecedenceAndWaitConnectsInTheSameWay() throws Exception {
        try (TunnelProxy proxy = TunnelProxy.to(port())) {
            RunResult result = command()
                    .with("HTTPS_PROXY", "http://127.0.0.1:1")
                    .run("wait", REFERENCE, "--proxy", "127.0.0.1:" + proxy.port(), "--ca-file", caFile.toString());

            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(proxy.heads()).allMatch(head -> head.startsWith("CONNECT " + HOST + ":" + port() + " "));
        }
    }

    @Test
    void withoutItsAuthorityTheCertificateIsNotTrusted() throws Exception {
        try (TunnelProxy proxy = TunnelProxy.to(port())) {
            RunResult result =
                    command().with("HTTPS_PROXY", "127.0.0.1:" + proxy.port()).run("status", REFERENCE);

            assertThat(result.exitCode()).isEqualTo(6);
            assertThat(result.err()).contains("not trusted", "--ca-file FILE");
        }
    }

    /** What a proxy refuses to {@code status}, {@code wait} and {@code login}. */
    @Nested
    class Refusals {

        @ParameterizedTest
        @CsvSource({"status", "wait"})
        void aProxyThatWantsALoginIsAskedOnce(String subcommand) throws Exception {
            try (TunnelProxy proxy = TunnelProxy.to(port(), LOGIN)) {
                RunResult result = command()
                        .with("HTTPS_PROXY", "http://user:wr0ng@127.0.0.1:" + proxy.port())
                        .run(subcommand, REFERENCE);

                assertThat(result.err())
                        .contains("why: the proxy 127.0.0.1:" + proxy.port() + " does not accept the login (HTTP 407)\n"
                                + "try: give user and password, percent-encoded, in HTTPS_PROXY")
                        .doesNotContain("wr0ng");
                assertThat(result.exitCode()).isEqualTo(6);
                assertThat(proxy.heads()).hasSize(1);
            }
        }

        @Test
        void aProxyThatForbidsIsNamed() throws Exception {
            try (TunnelProxy proxy = TunnelProxy.refusing("403 Forbidden")) {
                RunResult result = command().run("status", REFERENCE, "--proxy", "http://127.0.0.1:" + proxy.port());

                assertThat(result.err())
                        .contains("why: the proxy 127.0.0.1:" + proxy.port() + " refuses: HTTP 403\n"
                                + "try: have the administrator of the proxy allow the connection");
                assertThat(result.exitCode()).isEqualTo(6);
            }
        }

        @Test
        void loginNamesTheProxy() throws Exception {
            try (TunnelProxy proxy = TunnelProxy.refusing("407 Proxy Authentication Required")) {
                RunResult result = command()
                        .with("DEVICEBATCH_VERBOSE", "true")
                        .run(
                                "login",
                                "--tenant=contoso.example",
                                "--client-id=8f6b3a3e-2f5c-4d3a-9d1e-5a4c6b7d8e9f",
                                "--refresh-token-file=" + folder.resolve("private/refresh-token"),
                                "--authority=https://" + HOST,
                                "--proxy=127.0.0.1:" + proxy.port());

                assertThat(result.err())
                        .isEqualTo("connection to " + HOST + ": proxy 127.0.0.1:" + proxy.port() + " (--proxy)\n"
                                + "error: not signed in\n"
                                + "why: the proxy 127.0.0.1:" + proxy.port() + " requires a login\n"
                                + "try: give user and password, percent-encoded, in HTTPS_PROXY, DEVICEBATCH_PROXY or"
                                + " --proxy: http://USER:PASSWORD@HOST:PORT\n");
                assertThat(result.exitCode()).isEqualTo(6);
            }
        }
    }

    /** System properties of the Java runtime that are wrong. */
    @ParameterizedTest
    @ValueSource(strings = {"status", "wait"})
    void aTrustStoreThatIsNoneIsAUsageError(String subcommand) throws Exception {
        RunResult result = command()
                .jvm("-Djavax.net.ssl.trustStore=" + caFile)
                .run(subcommand, REFERENCE, "-o", "json", "--proxy=none");

        assertThat(result.err())
                .startsWith("error: a setting of the Java runtime is not usable\n"
                        + "why: the trust store of the JVM (javax.net.ssl.trustStore=" + caFile + ") can't be used: ")
                .contains("\ntry: correct or remove that setting");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(2);
    }

    /** The first address of the other name refuses the connection; name servers return addresses in turn. */
    @ParameterizedTest
    @CsvSource({"'', the name of the host", "127.0.0.2 elsewhere.example, refused the connection"})
    void aNameThatIsKnownLaterOrHasAnotherAddressIsFoundByARetry(String first, String failure) throws Exception {
        Path hosts = Files.writeString(folder.resolve("hosts"), first + "\n");
        Process process = command()
                .jvm("-Djdk.net.hosts.file=" + hosts)
                .startInShell("exec \"$@\" 2>&1", "status", REFERENCE, "-v", "--ca-file", caFile.toString());
        BufferedReader output = process.inputReader();

        assertThat(readUntil(output, "attempt 1 of ")).contains(failure).contains("next attempt in");
        Files.writeString(hosts, "127.0.0.1 " + HOST + "\n" + first + "\n");
        assertThat(output.lines()).anyMatch(line -> line.startsWith("all failed "));
        assertThat(process.waitFor()).isZero();
    }

    private static String readUntil(BufferedReader output, String prefix) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(prefix)) {
                return line;
            }
        }
        throw new AssertionError("the output ended without " + prefix);
    }
}
