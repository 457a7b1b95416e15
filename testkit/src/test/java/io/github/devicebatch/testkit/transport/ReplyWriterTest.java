package io.github.devicebatch.testkit.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.RawClient;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakePartnerCenterExtension.class)
@Timeout(60)
record ReplyWriterTest(FakePartnerCenter partnerCenter) {

    private static final String BODY = new String(Batches.documentedExampleJson(), ISO_8859_1);

    @Nested
    class Truncated {

        @Test
        void closesAfterEachByteOfTheResponse() throws IOException {
            HttpReply numberless = Reply.documentedExample()
                    .withHeader("MS-CV", "same")
                    .withHeader("MS-RequestId", "same")
                    .withHeader("MS-CorrelationId", "same");
            String whole = answerTo(numberless.truncatedAtByte(Integer.MAX_VALUE));
            assertThat(whole).endsWith("\r\n\r\n" + BODY);
            for (int length = 0; length <= whole.length(); length++) {
                assertThat(answerTo(numberless.truncatedAtByte(length))).isEqualTo(whole.substring(0, length));
            }
        }

        @Test
        void stallsInsideTheStatusLineAndInsideAHeader() throws Exception {
            for (int length : new int[] {0, 4, 20}) {
                partnerCenter
                        .script(Batches.REFERENCE)
                        .then(Reply.documentedExample().stallingAtByte(length));
                try (RawClient client = RawClient.of(partnerCenter).requestStatus(Batches.REFERENCE)) {
                    assertThat(client.read(length)).isEqualTo("HTTP/1.1 200 OK\r\nContent-Type".substring(0, length));
                    assertThat(client.receivesNothing()).isTrue();
                }
            }
            assertThat(partnerCenter.connections().awaitOpen(0, Duration.ofSeconds(30)))
                    .isTrue();
        }

        @Test
        void resetsBeforeTheResponseAndInIt() throws IOException {
            assertResets(Reply.reset(), 0);
            assertResets(Reply.documentedExample().resetAtByte(5), 5);
            assertResets(Reply.documentedExample().resetAfter(100), 100);
            assertResets(Reply.documentedExample().chunked(50).resetAfter(70), 70);
        }

        @Test
        void closesBeforeTheResponse() throws IOException {
            assertThat(answerTo(Reply.close())).isEmpty();
        }

        @Test
        void resetsTheNextConnectionsBeforeReadingARequest() throws IOException {
            partnerCenter.script(Batches.REFERENCE).then(Batches.finished());
            partnerCenter.connections().resetNext(2);
            for (int number = 0; number < 2; number++) {
                try (RawClient client = RawClient.of(partnerCenter)) {
                    assertThatThrownBy(() -> client.read(1)).isInstanceOf(SocketException.class);
                }
            }
            try (RawClient client = RawClient.of(partnerCenter).requestStatus(Batches.REFERENCE)) {
                assertThat(client.closeOutputAndReadAll()).startsWith("HTTP/1.1 200 OK");
            }
            assertThat(partnerCenter.requestCount()).isEqualTo(1);
            assertThat(partnerCenter.connections().accepted()).isEqualTo(3);
        }

        @Test
        void closesInAChunkAndBeforeTheLastChunk() throws IOException {
            HttpReply chunked = Reply.json(200, "0123456789abc").chunked(10);
            assertThat(answerTo(chunked.truncatedAfter(7)))
                    .contains("Transfer-Encoding: chunked\r\n")
                    .doesNotContain("Content-Length")
                    .endsWith("\r\n\r\na\r\n0123");
            assertThat(answerTo(chunked.truncatedBeforeLastChunk()))
                    .endsWith("\r\n\r\na\r\n0123456789\r\n3\r\nabc\r\n");
            assertThatThrownBy(() -> Reply.json(200, "{}").truncatedBeforeLastChunk())
                    .isInstanceOf(IllegalStateException.class);
        }

        private void assertResets(Reply reply, int length) throws IOException {
            partnerCenter.script(Batches.REFERENCE).then(reply);
            try (RawClient client = RawClient.of(partnerCenter).requestStatus(Batches.REFERENCE)) {
                assertThatThrownBy(() -> client.read(100_000))
                        .as("after %s bytes", length)
                        .isInstanceOf(SocketException.class)
                        .hasMessageContaining("reset");
            }
        }

        private String answerTo(Reply reply) throws IOException {
            partnerCenter.script(Batches.REFERENCE).then(reply);
            try (RawClient client = RawClient.of(partnerCenter).requestStatus(Batches.REFERENCE)) {
                return client.readAll();
            }
        }
    }

    @Nested
    class UnfinishedBody {

        @Test
        void stallsInTheBodyUntilTheClientCloses() throws IOException {
            partnerCenter
                    .script(Batches.REFERENCE)
                    .then(Reply.documentedExample().stallingAfter(100));
            try (RawClient client = RawClient.of(partnerCenter)) {
                assertThat(client.requestStatus(Batches.REFERENCE).closeOutputAndReadAll())
                        .contains("Content-Length: 628")
                        .endsWith("\r\n\r\n" + BODY.substring(0, 100));
            }
        }

        @Test
        void closesInTheBody() throws IOException {
            partnerCenter
                    .script(Batches.REFERENCE)
                    .then(Reply.documentedExample().truncatedAfter(100));
            try (RawClient client = RawClient.of(partnerCenter)) {
                assertThat(client.requestStatus(Batches.REFERENCE).readAll())
                        .contains("Content-Length: 628")
                        .endsWith("\r\n\r\n" + BODY.substring(0, 100));
            }
        }
    }

    @Nested
    class Dripping {

        @Test
        void sendsOnePieceAtATime() throws Exception {
            partnerCenter
                    .script(Batches.REFERENCE)
                    .then(Reply.describing(Batches.finished()).dripping(3, Duration.ofDays(1)));
            try (RawClient client = RawClient.of(partnerCenter).requestStatus(Batches.REFERENCE)) {
                assertThat(client.read(3)).isEqualTo("HTT");
                assertThat(client.receivesNothing()).isTrue();
            }
            assertThat(partnerCenter.connections().awaitOpen(0, Duration.ofSeconds(30)))
                    .isTrue();
        }

        @Test
        void sendsOnlyTheBodyInPiecesAndStopsWhenClosed() throws IOException {
            partnerCenter.script(Batches.REFERENCE).then(Reply.json(200, "{}").drippingBody(1, Duration.ofDays(1)));
            try (RawClient client = RawClient.of(partnerCenter).requestStatus(Batches.REFERENCE)) {
                assertThat(client.readHead()).contains("Content-Length: 2\r\n");
                assertThat(client.read(1)).isEqualTo("{");
                partnerCenter.close();
                assertThat(client.readAll()).isEmpty();
            }
        }
    }

    @Nested
    class InPieces {

        @Test
        void sendsAllPiecesAndKeepsTheConnection() throws IOException {
            partnerCenter
                    .script(Batches.REFERENCE)
                    .then(Reply.describing(Batches.finished()).dripping(100, Duration.ofMillis(1)));
            try (RawClient client = RawClient.of(partnerCenter)) {
                String first = client.requestStatus(Batches.REFERENCE).readResponse();
                assertThat(first).startsWith("HTTP/1.1 200 OK").endsWith("}");
                assertThat(client.requestStatus(Batches.REFERENCE).readResponse())
                        .hasSameSizeAs(first);
            }
        }

        @Test
        void splitsAtEachByteAndKeepsTheConnection() throws IOException {
            HttpReply reply = Reply.empty(503);
            int twice = 0;
            try (RawClient client = RawClient.of(partnerCenter)) {
                partnerCenter.script(Batches.REFERENCE).then(reply);
                int length = client.requestStatus(Batches.REFERENCE).readHead().length();
                for (int first = 1; first < length; first++) {
                    partnerCenter.script(Batches.REFERENCE).then(reply.splitAtByte(first));
                    String segment = client.requestStatus(Batches.REFERENCE).readSegment();
                    twice += segment.length() == first ? 1 : 0;
                    assertThat(client.readHead(segment))
                            .startsWith("HTTP/1.1 503")
                            .containsOnlyOnce("\r\n\r\n");
                }
                assertThat(twice).as("segments received separately").isGreaterThan(length / 2);
            }
            assertThat(partnerCenter.connections().accepted()).isEqualTo(1);
        }
    }
}
