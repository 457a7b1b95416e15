package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.support.FaultRow;
import io.github.devicebatch.http.support.Http2FaultTable;
import io.github.devicebatch.http.support.Http2Server;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.http.support.SilentForwarder;
import io.github.devicebatch.http.support.TestCertificate;
import io.github.devicebatch.testkit.Batches;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults of HTTP/2 over TLS, and the answer to a single attempt. The next query is answered, on the same Partner Center. */
@Timeout(60)
class Http2FaultsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private static Path folder;

    private static Http2Server server;
    private static TrustSettings trust;

    @BeforeAll
    static void start() throws IOException {
        TestCertificate certificate = TestCertificate.forHosts("127.0.0.1");
        trust = TrustSettings.system()
                .withAuthoritiesIn(Files.writeString(folder.resolve("ca.pem"), certificate.pem()));
        server = Http2Server.start(certificate, Http2FaultTable.GOOD);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("io.github.devicebatch.http.support.Http2FaultTable#rows")
    void hasTheExpectedAnswer(Http2FaultTable.Row row) throws InterruptedException {
        try (PartnerCenter partnerCenter = partnerCenter(row)) {
            assertThat(ask(partnerCenter, row.fault())).isEqualTo(row.answer());
            assertFound(partnerCenter, row);
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.devicebatch.http.support.Http2FaultTable#rows")
    void hasTheExpectedAnswerOnAConnectionThatIsUsedAgain(Http2FaultTable.Row row) throws InterruptedException {
        try (PartnerCenter partnerCenter = partnerCenter(row)) {
            assertFound(partnerCenter, row);
            assertThat(ask(partnerCenter, row.fault())).isEqualTo(row.answer());
            assertFound(partnerCenter, row);
        }
    }

    /** The connection dies without a word: the first attempt times out, and the second has a new connection. */
    @Test
    void recoversFromASilentDeathWithTheSecondAttempt() throws InterruptedException {
        server.setScript(Http2FaultTable.GOOD);
        try (SilentForwarder forwarder = SilentForwarder.to(
                        new InetSocketAddress("127.0.0.1", server.uri().getPort()));
                PartnerCenter partnerCenter = OneAttempt.at(URI.create("https://127.0.0.1:" + forwarder.port()))
                        .trust(trust)
                        .attemptTimeout(Duration.ofSeconds(3))
                        .retries(RetrySettings.DEFAULT)
                        .build()) {
            for (int death = 0; death < 2; death++) {
                assertThat(partnerCenter
                                .batchStatus()
                                .ask(Batches.REFERENCE)
                                .trace()
                                .attempts())
                        .isEqualTo(1);
                forwarder.silenceConnections();

                BatchStatusAnswer answer = partnerCenter.batchStatus().ask(Batches.REFERENCE);
                assertThat(FaultRow.summary(answer)).isEqualTo("Found");
                assertThat(answer.trace().earlierCauses()).containsExactly(UnavailabilityCause.TIMED_OUT);
            }
        }
    }

    /** Checks that a query is answered: the first, unless the timeout is so short that a busy machine exceeds it. */
    private static void assertFound(PartnerCenter partnerCenter, Http2FaultTable.Row row) throws InterruptedException {
        List<String> answers = new ArrayList<>();
        do {
            answers.add(ask(partnerCenter, Http2FaultTable.GOOD));
        } while (row.isLate() && answers.size() < 20 && answers.getLast().equals(Http2FaultTable.LATE));

        assertThat(answers.getLast()).isEqualTo("Found");
    }

    private static String ask(PartnerCenter partnerCenter, Http2Server.Script script) throws InterruptedException {
        server.setScript(script);
        return FaultRow.summary(partnerCenter.batchStatus().ask(Batches.REFERENCE));
    }

    private static PartnerCenter partnerCenter(Http2FaultTable.Row row) {
        return OneAttempt.at(server.uri())
                .trust(trust)
                .attemptTimeout(row.isLate() ? Http2FaultTable.SHORT : LONG)
                .build();
    }
}
