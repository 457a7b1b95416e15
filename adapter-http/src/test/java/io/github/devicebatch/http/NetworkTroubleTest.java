package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.support.FaultRow;
import io.github.devicebatch.http.support.NginxServer;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.http.support.SilentForwarder;
import io.github.devicebatch.http.support.TestCertificate;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections of a real nginx that die, end or are full. Every query has a single attempt, without a retry after a pause. */
@Tag("peers")
class NetworkTroubleTest {

    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String LATE = "TIMED_OUT: no whole answer within 3000 ms";

    /** The window is longer than any test here. */
    private static final CircuitBreakerSettings NEVER_OPEN =
            new CircuitBreakerSettings(10_000, 10_000, 100, Duration.ofSeconds(30), 1, Duration.ofSeconds(10));

    @TempDir
    private static Path folder;

    private static TestCertificate certificate;
    private static TrustSettings trust;
    private static NginxServer.Source source;

    @BeforeAll
    static void createCertificate() throws IOException {
        certificate = TestCertificate.forHosts("127.0.0.1");
        trust = TrustSettings.system()
                .withAuthoritiesIn(Files.writeString(folder.resolve("ca.pem"), certificate.pem()));
        source = new NginxServer.Source.Fixed(200, new String(Batches.documentedExampleJson(), StandardCharsets.UTF_8));
    }

    enum Protocol {
        HTTP_1_1,
        HTTP_2;

        NginxServer.Config config() {
            return this == HTTP_2
                    ? NginxServer.Config.http2(certificate, source)
                    : NginxServer.Config.http1(certificate, source);
        }
    }

    enum Client {
        OWN,
        CALLERS
    }

    /** After a time-out, the next query connects anew. A caller's client can't be replaced, and keeps a silent HTTP/2. */
    @ParameterizedTest
    @CsvSource({"HTTP_1_1, OWN, Found", "HTTP_2, OWN, Found", "HTTP_1_1, CALLERS, Found", "HTTP_2, CALLERS, " + LATE})
    void silence(Protocol protocol, Client client, String afterwards) throws Exception {
        try (NginxServer nginx = NginxServer.start(protocol.config());
                SilentForwarder forwarder = forwarderTo(nginx);
                Asking asking = new Asking(client, forwarder.port(), SHORT)) {
            assertThat(asking.oneByOne(3)).containsOnly("Found");
            forwarder.silenceConnections();

            assertThat(asking.oneByOne(1)).containsExactly(LATE);
            assertThat(asking.oneByOne(3)).containsOnly(afterwards);
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void silenceForManyAtOnce(Protocol protocol) throws Exception {
        try (NginxServer nginx = NginxServer.start(protocol.config());
                SilentForwarder forwarder = forwarderTo(nginx);
                Asking asking = new Asking(Client.OWN, forwarder.port(), SHORT)) {
            assertThat(asking.atOnce(20, 20)).containsOnly("Found");
            forwarder.silenceConnections();

            assertThat(asking.atOnce(20, 20)).containsAnyOf(LATE);
            assertThat(asking.atOnce(60, 20)).containsOnly("Found");
        }
    }

    @ParameterizedTest
    @CsvSource({"HTTP_1_1, OWN", "HTTP_2, OWN", "HTTP_1_1, CALLERS", "HTTP_2, CALLERS"})
    void endOfAnIdleConnection(Protocol protocol, Client client) throws Exception {
        try (NginxServer nginx = NginxServer.start(protocol.config());
                SilentForwarder forwarder = forwarderTo(nginx);
                Asking asking = new Asking(client, forwarder.port(), LONG)) {
            for (int round = 0; round < 5; round++) {
                assertThat(asking.oneByOne(2)).containsOnly("Found");
                forwarder.closeConnections();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"HTTP_1_1, OWN", "HTTP_2, OWN", "HTTP_1_1, CALLERS", "HTTP_2, CALLERS"})
    void endOfAConnectionWhenTheNextRequestArrives(Protocol protocol, Client client) throws Exception {
        try (NginxServer nginx = NginxServer.start(protocol.config());
                SilentForwarder forwarder = forwarderTo(nginx);
                Asking asking = new Asking(client, forwarder.port(), LONG)) {
            for (int round = 0; round < 5; round++) {
                assertThat(asking.oneByOne(2)).containsOnly("Found");
                forwarder.closeConnectionsAtNextRequest();
            }
        }
    }

    /** nginx ends a connection after three requests: by GOAWAY on HTTP/2, by a header on HTTP/1.1. */
    @ParameterizedTest
    @CsvSource({
        "HTTP_1_1, OWN, 32",
        "HTTP_2, OWN, 1",
        "HTTP_2, OWN, 8",
        "HTTP_2, OWN, 32",
        "HTTP_1_1, CALLERS, 32",
        "HTTP_2, CALLERS, 1"
    })
    void endOfAConnectionAfterThreeRequests(Protocol protocol, Client client, int concurrency) throws Exception {
        try (NginxServer nginx = NginxServer.start(protocol.config().withKeepAliveRequests(3));
                Asking asking = new Asking(client, nginx.port(), LONG)) {
            assertThat(asking.atOnce(concurrency == 1 ? 30 : 120, concurrency)).containsOnly("Found");
        }
    }

    @ParameterizedTest
    @CsvSource({"HTTP_1_1, OWN", "HTTP_2, OWN", "HTTP_1_1, CALLERS", "HTTP_2, CALLERS"})
    void eightStreamsForSixtyFourQueries(Protocol protocol, Client client) throws Exception {
        try (NginxServer nginx = NginxServer.start(protocol.config().withMaxConcurrentStreams(8));
                Asking asking = new Asking(client, nginx.port(), LONG)) {
            assertThat(asking.oneByOne(1)).containsOnly("Found");
            assertThat(asking.atOnce(300, 64)).containsOnly("Found");
        }
    }

    /** Each response takes 300 ms, so that all streams are in use. */
    @Test
    void aHundredStreamsForTwoHundredQueries() throws Exception {
        try (FakePartnerCenter fake = FakePartnerCenter.start();
                NginxServer nginx = NginxServer.start(
                        NginxServer.Config.http2(certificate, new NginxServer.Source.Upstream(fake.baseUrl()))
                                .withMaxConcurrentStreams(100));
                Asking asking = new Asking(Client.OWN, nginx.port(), LONG)) {
            fake.script(Batches.REFERENCE).then(Reply.documentedExample().drippingBody(400, Duration.ofMillis(300)));

            assertThat(asking.oneByOne(1)).containsOnly("Found");
            assertThat(asking.atOnce(1_000, 200)).hasSize(1_000).containsOnly("Found");
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void recoversFromASilentDeathWithTheSecondAttempt(Protocol protocol) throws Exception {
        try (NginxServer nginx = NginxServer.start(protocol.config());
                SilentForwarder forwarder = forwarderTo(nginx);
                PartnerCenter partnerCenter = OneAttempt.at(URI.create("https://127.0.0.1:" + forwarder.port()))
                        .trust(trust)
                        .attemptTimeout(SHORT)
                        .retries(RetrySettings.DEFAULT)
                        .build()) {
            partnerCenter.batchStatus().ask(Batches.REFERENCE);
            forwarder.silenceConnections();

            BatchStatusAnswer answer = partnerCenter.batchStatus().ask(Batches.REFERENCE);
            assertThat(FaultRow.summary(answer)).isEqualTo("Found");
            assertThat(answer.trace().earlierCauses()).containsExactly(UnavailabilityCause.TIMED_OUT);
        }
    }

    private static SilentForwarder forwarderTo(NginxServer nginx) {
        return SilentForwarder.to(new InetSocketAddress("127.0.0.1", nginx.port()));
    }

    /** A Partner Center behind a port of this machine. */
    private static final class Asking implements AutoCloseable {

        private final HttpClient callers = HttpClient.newBuilder()
                .sslContext(certificate.trusting())
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        private final PartnerCenter partnerCenter;

        Asking(Client client, int port, Duration timeout) {
            PartnerCenterBuilder builder = OneAttempt.at(URI.create("https://127.0.0.1:" + port))
                    .attemptTimeout(timeout)
                    .circuitBreaker(NEVER_OPEN);
            partnerCenter = (client == Client.OWN ? builder.trust(trust) : builder.httpClient(callers)).build();
        }

        List<String> oneByOne(int queries) throws Exception {
            return atOnce(queries, 1);
        }

        List<String> atOnce(int queries, int concurrency) throws Exception {
            BatchStatusQuery query = partnerCenter.batchStatus();
            List<Future<String>> answers = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(concurrency)) {
                for (int number = 0; number < queries; number++) {
                    answers.add(threads.submit(() -> FaultRow.summary(query.ask(Batches.REFERENCE))));
                }
            }
            List<String> words = new ArrayList<>();
            for (Future<String> answer : answers) {
                words.add(answer.get());
            }
            return words;
        }

        @Override
        public void close() {
            partnerCenter.close();
            callers.shutdownNow();
        }
    }
}
