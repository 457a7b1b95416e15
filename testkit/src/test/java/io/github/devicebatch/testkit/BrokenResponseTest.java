package io.github.devicebatch.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.RawClient;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Responses that end too early, byte by byte, and connections that end badly. */
@Timeout(60)
class BrokenResponseTest {

    private static final String BODY = new String(Batches.documentedExampleJson(), ISO_8859_1);

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(ManualTime.start());

    @AfterEach
    void close() {
        partnerCenter.close();
    }

    @Test
    void breaksOffAfterEveryByteOfTheResponse() throws IOException {
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
            try (RawClient client = RawClient.of(partnerCenter).ask(Batches.REFERENCE)) {
                assertThat(client.read(length)).isEqualTo("HTTP/1.1 200 OK\r\nContent-Type".substring(0, length));
                assertThat(client.hearsNothing()).isTrue();
            }
        }
        assertThat(partnerCenter.connections().awaitOpen(0, Duration.ofSeconds(30)))
                .isTrue();
    }

    @Test
    void resetsBeforeTheAnswerAndAnywhereInIt() throws IOException {
        assertResets(Reply.reset(), 0);
        assertResets(Reply.documentedExample().resetAtByte(5), 5);
        assertResets(Reply.documentedExample().resetAfter(100), 100);
        assertResets(Reply.documentedExample().chunked(50).resetAfter(70), 70);
    }

    @Test
    void closesBeforeTheAnswer() throws IOException {
        assertThat(answerTo(Reply.close())).isEmpty();
    }

    @Test
    void resetsAsManyConnectionsAsItWasToldBeforeItReadsARequest() throws IOException {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finished());
        partnerCenter.connections().resetNext(2);
        for (int number = 0; number < 2; number++) {
            try (RawClient client = RawClient.of(partnerCenter)) {
                assertThatThrownBy(() -> client.read(1)).isInstanceOf(SocketException.class);
            }
        }
        try (RawClient client = RawClient.of(partnerCenter).ask(Batches.REFERENCE)) {
            assertThat(client.leaveAndReadAll()).startsWith("HTTP/1.1 200 OK");
        }
        assertThat(partnerCenter.requestCount()).isEqualTo(1);
        assertThat(partnerCenter.connections().accepted()).isEqualTo(3);
    }

    @Test
    void breaksOffInsideAChunkAndBeforeTheLastOne() throws IOException {
        HttpReply chunked = Reply.json(200, "0123456789abc").chunked(10);
        assertThat(answerTo(chunked.truncatedAfter(7)))
                .contains("Transfer-Encoding: chunked\r\n")
                .doesNotContain("Content-Length")
                .endsWith("\r\n\r\na\r\n0123");
        assertThat(answerTo(chunked.truncatedBeforeLastChunk())).endsWith("\r\n\r\na\r\n0123456789\r\n3\r\nabc\r\n");
        assertThatThrownBy(() -> Reply.json(200, "{}").truncatedBeforeLastChunk())
                .isInstanceOf(IllegalStateException.class);
    }

    private void assertResets(Reply reply, int length) throws IOException {
        partnerCenter.script(Batches.REFERENCE).then(reply);
        try (RawClient client = RawClient.of(partnerCenter).ask(Batches.REFERENCE)) {
            assertThatThrownBy(() -> client.read(100_000))
                    .as("after %s bytes", length)
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    private String answerTo(Reply reply) throws IOException {
        partnerCenter.script(Batches.REFERENCE).then(reply);
        try (RawClient client = RawClient.of(partnerCenter).ask(Batches.REFERENCE)) {
            return client.readAll();
        }
    }
}
