package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.support.FaultRow;
import io.github.devicebatch.http.support.NginxServer;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.http.support.TestCertificate;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks every row of the fault table whose fault is a reply, behind an nginx that speaks TLS and HTTP/2. */
@Tag("peers")
@Timeout(60)
class FaultTableOverHttp2Test {

    @TempDir
    private static Path folder;

    private static FakePartnerCenter fake;
    private static NginxServer nginx;
    private static TrustSettings trust;

    @BeforeAll
    static void start() throws IOException {
        TestCertificate certificate = TestCertificate.forHosts("127.0.0.1");
        trust = TrustSettings.system()
                .withAuthoritiesIn(Files.writeString(folder.resolve("ca.pem"), certificate.pem()));
        fake = FakePartnerCenter.start();
        nginx = NginxServer.start(
                NginxServer.Config.http2(certificate, new NginxServer.Source.Upstream(fake.baseUrl())));
    }

    @AfterAll
    static void close() {
        nginx.close();
        fake.close();
    }

    @ParameterizedTest
    @MethodSource("io.github.devicebatch.http.support.FaultTable#replies")
    void hasTheExpectedAnswer(FaultRow row) throws InterruptedException {
        try (PartnerCenter partnerCenter = OneAttempt.at(nginx.uri())
                .trust(trust)
                .attemptTimeout(row.isLate() ? Duration.ofMillis(400) : Duration.ofMinutes(1))
                .build()) {
            fake.script(Batches.REFERENCE).then(row.reply().orElseThrow());

            assertThat(FaultRow.summary(partnerCenter.batchStatus().ask(Batches.REFERENCE)))
                    .isEqualTo(expected(row));
        }
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
        try (PartnerCenter partnerCenter =
                OneAttempt.at(nginx.uri()).trust(trust).build()) {
            assertThat(FaultRow.summary(partnerCenter.batchStatus().ask(Batches.REFERENCE)))
                    .isEqualTo("Found");
        }
    }

    /**
     * Returns the expected answer. nginx answers 502 if a response has no whole head. It reads other lengths than the JDK where
     * there are several, and passes on what is no HTTP at all with status 0.
     */
    private static String expected(FaultRow row) {
        return switch (row.name()) {
            case "not HTTP" -> "Unreadable: HTTP 0, which this call never answers";
            case "length not a number", "two lengths, the shorter one first", "a length with chunks" -> "Found";
            case "two lengths" -> "Unreadable: the body can't be trusted: it is not well-formed JSON in UTF-8";
            default ->
                row.name().matches("(closed|reset) (after the request|at byte .*)")
                        ? "FAILING: HTTP 502"
                        : row.answer().replace("200 ms", "400 ms");
        };
    }
}
