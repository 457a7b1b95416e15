package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.http.support.FaultRow;
import io.github.devicebatch.http.support.ForwardProxy;
import io.github.devicebatch.http.support.NginxServer;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.http.support.TestCertificate;
import io.github.devicebatch.testkit.Batches;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real squid between this program and a real nginx with HTTP/2, whose certificate is from an authority of its own. */
@Tag("peers")
class ThroughProxyTest {

    private static final Map<String, String> HOSTS = Map.of("api.example", "127.0.0.1");

    @TempDir
    private static Path folder;

    private static Path authority;
    private static NginxServer nginx;

    @BeforeAll
    static void start() throws IOException {
        TestCertificate certificate = TestCertificate.forHosts("api.example");
        authority = Files.writeString(folder.resolve("ca.pem"), certificate.pem());
        nginx = NginxServer.start(NginxServer.Config.http2(
                certificate,
                new NginxServer.Source.Fixed(
                        200, new String(Batches.documentedExampleJson(), StandardCharsets.UTF_8))));
    }

    @AfterAll
    static void close() {
        nginx.close();
    }

    @Test
    void findsTheBatch() throws Exception {
        try (ForwardProxy squid = ForwardProxy.start(Optional.empty(), HOSTS)) {
            assertThat(Program.ask(squid.uri().toString(), nginx.uri("api.example"), authority))
                    .isEqualTo("Found");
        }
    }

    @Test
    void tellsTheRefusalOfTheProxyAsItsOwn() throws Exception {
        try (ForwardProxy squid = ForwardProxy.start(Optional.empty(), HOSTS)) {
            assertThat(Program.ask(squid.uri().toString(), nginx.uri("api.forbidden.example"), authority))
                    .isEqualTo("FORBIDDEN PROXY the proxy " + squid.uri().getAuthority() + " refuses: HTTP 403");
        }
    }

    /** The JVM reads the property once, so each case has a JVM of its own. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "%C3%BCnique:p%40ss%3Aword@, Found",
        "%C3%BCnique:wrong@, UNAUTHENTICATED PROXY the proxy P does not accept the login",
        "'', UNAUTHENTICATED PROXY the proxy P requires a login"
    })
    void sendsTheLogin(String login, String expected) throws Exception {
        try (ForwardProxy squid =
                ForwardProxy.start(Optional.of(new ForwardProxy.Login("ünique", "p@ss:word")), HOSTS)) {
            String proxy = squid.uri().getAuthority();

            assertThat(run("http://" + login + proxy)).isEqualTo(expected.replace(" P ", " " + proxy + " "));
        }
    }

    private static String run(String proxy) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djdk.http.auth.tunneling.disabledSchemes=",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        proxy,
                        nginx.uri("api.example").toString(),
                        authority.toString())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** Asks once and prints the answer. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) throws Exception {
            System.out.println(ask(arguments[0], URI.create(arguments[1]), Path.of(arguments[2])));
        }

        static String ask(String proxy, URI server, Path authority) throws Exception {
            try (PartnerCenter partnerCenter = OneAttempt.at(server)
                    .proxy(ProxySettings.of(proxy))
                    .trust(TrustSettings.system().withAuthoritiesIn(authority))
                    .build()) {
                BatchStatusAnswer answer = partnerCenter.batchStatus().ask(Batches.REFERENCE);
                return answer instanceof Refused refused
                        ? refused.reason() + " " + refused.party() + " "
                                + refused.fault().description().orElseThrow()
                        : FaultRow.inWords(answer);
            }
        }
    }
}
