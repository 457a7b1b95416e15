package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server byte by byte: what a client with manners never meets, and what it never sees. */
@Timeout(60)
class LoopbackServerTest {

    private static final String BODY = new String(Batches.documentedExampleJson());

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(ManualTime.start());

    @BeforeEach
    void know() {
        partnerCenter.script(Batches.REFERENCE).then(Reply.documentedExample());
    }

    @AfterEach
    void close() {
        partnerCenter.close();
    }

    @Test
    void writesTheHeadToTheLetter() throws IOException {
        try (RawClient client = RawClient.of(partnerCenter)) {
            assertThat(client.ask(Batches.REFERENCE).leaveAndReadAll()).isEqualTo("""
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

    @Test
    void takesRequestsThatComeAllAtOnce() throws IOException {
        String question = RawClient.question("GET", Batches.REFERENCE, "HTTP/1.1");
        try (RawClient client = RawClient.of(partnerCenter)) {
            assertThat(client.send(question + question + question)
                            .leaveAndReadAll()
                            .split("HTTP/1.1 200 OK"))
                    .hasSize(4);
        }
    }

    @Test
    void passesOverABody() throws IOException {
        String post = RawClient.question("POST", Batches.REFERENCE, "HTTP/1.1")
                .replace("\r\n\r\n", "\r\nContent-Length: 9\r\n\r\nGET / no\n");
        try (RawClient client = RawClient.of(partnerCenter)) {
            assertThat(client.send(post).ask(Batches.REFERENCE).leaveAndReadAll())
                    .startsWith("HTTP/1.1 405 Method Not Allowed")
                    .contains("HTTP/1.1 200 OK")
                    .doesNotContain("HTTP/1.1 400");
        }
    }

    @Test
    void sendsNoBodyWhereHttpAllowsNone() throws IOException {
        partnerCenter.script(Batches.REFERENCE).then(Reply.json(204, "{}"));
        try (RawClient client = RawClient.of(partnerCenter)) {
            assertThat(client.ask(Batches.REFERENCE).leaveAndReadAll())
                    .doesNotContain("Content-Length")
                    .endsWith("\r\n\r\n");
        }
        try (RawClient client = RawClient.of(partnerCenter)) {
            assertThat(client.send(RawClient.question("HEAD", Batches.REFERENCE, "HTTP/1.1"))
                            .leaveAndReadAll())
                    .startsWith("HTTP/1.1 405")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void closesTheConnectionWhenEitherSideSaysSo() throws IOException {
        try (RawClient client = RawClient.of(partnerCenter)) {
            assertThat(client.send(RawClient.question("GET", Batches.REFERENCE, "HTTP/1.0"))
                            .readAll())
                    .endsWith(BODY);
        }
        partnerCenter.script(Batches.REFERENCE).then(Reply.empty(503).withHeader("Connection", "close"));
        try (RawClient client = RawClient.of(partnerCenter)) {
            assertThat(client.ask(Batches.REFERENCE).readAll()).startsWith("HTTP/1.1 503 Service Unavailable");
        }
    }

    @Test
    void letsAReplyLieAboutItsLength() throws IOException {
        partnerCenter.script(Batches.REFERENCE).then(Reply.json(200, "{}").withHeader("content-length", "7"));
        try (RawClient client = RawClient.of(partnerCenter)) {
            assertThat(client.ask(Batches.REFERENCE).leaveAndReadAll())
                    .contains("content-length: 7")
                    .doesNotContain("Content-Length")
                    .endsWith("\r\n\r\n{}");
        }
    }

    @Test
    void staysSilentUntilTheClientLeaves() throws IOException {
        partnerCenter.script(Batches.REFERENCE).then(Reply.silence());
        try (RawClient client = RawClient.of(partnerCenter)) {
            assertThat(client.ask(Batches.REFERENCE).leaveAndReadAll()).isEmpty();
        }
    }

    @Test
    void stallsInsideTheBodyUntilTheClientLeaves() throws IOException {
        partnerCenter.script(Batches.REFERENCE).then(Reply.documentedExample().stallingAfter(100));
        try (RawClient client = RawClient.of(partnerCenter)) {
            assertThat(client.ask(Batches.REFERENCE).leaveAndReadAll())
                    .contains("Content-Length: 628")
                    .endsWith("\r\n\r\n" + BODY.substring(0, 100));
        }
    }

    @Test
    void breaksOffInsideTheBody() throws IOException {
        partnerCenter.script(Batches.REFERENCE).then(Reply.documentedExample().truncatedAfter(100));
        try (RawClient client = RawClient.of(partnerCenter)) {
            assertThat(client.ask(Batches.REFERENCE).readAll())
                    .contains("Content-Length: 628")
                    .endsWith("\r\n\r\n" + BODY.substring(0, 100));
        }
    }

    @Test
    void endsASilenceWhenItIsClosed() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        partnerCenter.put(Batches.REFERENCE, () -> {
            asked.countDown();
            return Optional.of(Reply.silence());
        });
        try (RawClient client = RawClient.of(partnerCenter)) {
            client.ask(Batches.REFERENCE);
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            partnerCenter.close();
            assertThat(client.socket().getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void letsARefusedClientFinishAndReadTheRefusal() throws IOException {
        try (RawClient client = RawClient.of(partnerCenter)) {
            assertThat(client.send("nonsense\r\n" + "x".repeat(500_000)).leaveAndReadAll())
                    .startsWith("HTTP/1.1 400 Bad Request");
        }
    }

    @Test
    void leavesNoThreadBehind(@TempDir Path folder) throws Exception {
        for (int number = 0; number < 100; number++) {
            try (FakePartnerCenter another = FakePartnerCenter.start();
                    RawClient client = RawClient.of(another)) {
                assertThat(client.ask(Batches.REFERENCE).read(12)).isEqualTo("HTTP/1.1 404");
            }
        }
        assertThat(threads(folder.resolve("running")))
                .contains("fake-partner-center-" + partnerCenter.baseUrl().getPort());
        partnerCenter.close();
        assertThat(threads(folder.resolve("closed"))).doesNotContain("fake-partner-center-");
    }

    @Test
    void survivesWhateverIsThrownAtIt() throws IOException {
        Random random = new Random(20_170_725);
        for (int round = 0; round < 200; round++) {
            byte[] garbage = new byte[random.nextInt(300)];
            random.nextBytes(garbage);
            try (RawClient client = RawClient.of(partnerCenter)) {
                client.socket().getOutputStream().write(garbage);
                assertThat(client.leaveAndReadAll()).matches("(?s)|HTTP/1.1 400 .*");
            }
        }
        try (RawClient client = RawClient.of(partnerCenter)) {
            assertThat(client.ask(Batches.REFERENCE).leaveAndReadAll()).endsWith(BODY);
        }
    }

    private static String threads(Path file) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(file.toAbsolutePath().toString(), ThreadDumpFormat.TEXT_PLAIN);
        return Files.readString(file);
    }
}
