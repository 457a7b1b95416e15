package io.github.devicebatch.testkit.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.RawClient;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FakePartnerCenterExtension.class)
@Timeout(60)
record HttpServerTest(FakePartnerCenter partnerCenter) {

    private static final String BODY = new String(Batches.documentedExampleJson(), ISO_8859_1);

    @BeforeEach
    void addBatch() {
        partnerCenter.script(Batches.REFERENCE).then(Reply.documentedExample());
    }

    @Test
    void writesTheCompleteHead() throws IOException {
        try (RawClient client = RawClient.of(partnerCenter)) {
            assertThat(client.requestStatus(Batches.REFERENCE).closeOutputAndReadAll())
                    .isEqualTo("""
                            HTTP/1.1 200 OK\r
                            Content-Type: application/json; charset=utf-8\r
                            MS-CorrelationId: 5e700000-0000-4002-8000-000000000001\r
                            MS-RequestId: 5e700000-0000-4001-8000-000000000001\r
                            MS-CV: FakePartnerCenter.1\r
                            MS-ServerId: 1\r
                            Date: Mon, 05 Jan 2026 09:00:00 GMT\r
                            Content-Length: 628\r
                            \r
                            """ + BODY);
        }
    }

    @Nested
    class PersistentConnection {

        @Test
        void servesPipelinedRequests() throws IOException {
            String question = RawClient.statusRequest("GET", Batches.REFERENCE, "HTTP/1.1");
            try (RawClient client = RawClient.of(partnerCenter)) {
                assertThat(client.send(question + question + question)
                                .closeOutputAndReadAll()
                                .split("HTTP/1.1 200 OK"))
                        .hasSize(4);
            }
        }

        @Test
        void skipsTheBodyOfARejectedRequest() throws IOException {
            String post = RawClient.statusRequest("POST", Batches.REFERENCE, "HTTP/1.1")
                    .replace("\r\n\r\n", "\r\nContent-Length: 9\r\n\r\nGET / no\n");
            try (RawClient client = RawClient.of(partnerCenter)) {
                assertThat(client.send(post).requestStatus(Batches.REFERENCE).closeOutputAndReadAll())
                        .startsWith("HTTP/1.1 405 Method Not Allowed")
                        .contains("HTTP/1.1 200 OK")
                        .doesNotContain("HTTP/1.1 400");
            }
        }
    }

    @Nested
    class ClosedConnection {

        @Test
        void isClosedOnRequestOfEitherSide() throws IOException {
            try (RawClient client = RawClient.of(partnerCenter)) {
                assertThat(client.send(RawClient.statusRequest("GET", Batches.REFERENCE, "HTTP/1.0"))
                                .readAll())
                        .endsWith(BODY);
            }
            partnerCenter.script(Batches.REFERENCE).then(Reply.empty(503).withHeader("Connection", "close"));
            try (RawClient client = RawClient.of(partnerCenter)) {
                assertThat(client.requestStatus(Batches.REFERENCE).readAll())
                        .startsWith("HTTP/1.1 503 Service Unavailable");
            }
        }
    }

    @Nested
    class InvalidClient {

        @Test
        void receivesTheRejectionAfterALongRequest() throws IOException {
            try (RawClient client = RawClient.of(partnerCenter)) {
                assertThat(client.send("nonsense\r\n" + "x".repeat(500_000)).closeOutputAndReadAll())
                        .startsWith("HTTP/1.1 400 Bad Request");
            }
        }

        @Test
        void doesNotStopTheServer() throws IOException {
            Random random = new Random(20_170_725);
            for (int round = 0; round < 200; round++) {
                byte[] garbage = new byte[random.nextInt(300)];
                random.nextBytes(garbage);
                try (RawClient client = RawClient.of(partnerCenter)) {
                    client.socket().getOutputStream().write(garbage);
                    assertThat(client.closeOutputAndReadAll()).matches("(?s)|HTTP/1.1 400 .*");
                }
            }
            try (RawClient client = RawClient.of(partnerCenter)) {
                assertThat(client.requestStatus(Batches.REFERENCE).closeOutputAndReadAll())
                        .endsWith(BODY);
            }
        }
    }

    @Nested
    class SilentReply {

        @Test
        void keepsTheConnectionOpenUntilTheClientClosesIt() throws IOException {
            partnerCenter.script(Batches.REFERENCE).then(Reply.silence());
            try (RawClient client = RawClient.of(partnerCenter)) {
                assertThat(client.requestStatus(Batches.REFERENCE).closeOutputAndReadAll())
                        .isEmpty();
            }
        }

        @Test
        void endsWhenTheServerIsClosed() throws Exception {
            CountDownLatch asked = new CountDownLatch(1);
            partnerCenter.respond(Batches.REFERENCE, () -> {
                asked.countDown();
                return Reply.silence();
            });
            try (RawClient client = RawClient.of(partnerCenter)) {
                client.requestStatus(Batches.REFERENCE);
                assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
                partnerCenter.close();
                assertThat(client.socket().getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Nested
    class Threads {

        @Test
        void endWhenTheServerIsClosed(@TempDir Path folder) throws Exception {
            for (int number = 0; number < 100; number++) {
                try (FakePartnerCenter another = FakePartnerCenter.start();
                        RawClient client = RawClient.of(another)) {
                    assertThat(client.requestStatus(Batches.REFERENCE).read(12)).isEqualTo("HTTP/1.1 404");
                }
            }
            assertThat(threads(folder.resolve("running")))
                    .contains("fake-partner-center-" + partnerCenter.baseUrl().getPort());
            partnerCenter.close();
            assertThat(threads(folder.resolve("closed"))).doesNotContain("fake-partner-center-");
        }

        private static String threads(Path file) throws IOException {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toAbsolutePath().toString(), ThreadDumpFormat.TEXT_PLAIN);
            return Files.readString(file);
        }
    }
}
