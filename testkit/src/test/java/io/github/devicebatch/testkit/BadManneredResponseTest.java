package io.github.devicebatch.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Responses that come whole, and are too slow, too long, in pieces, or not HTTP as one knows it. */
@Timeout(60)
class BadManneredResponseTest {

    private static final int GIBIBYTE = 1_024 * 1_024 * 1_024;

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(ManualTime.start());

    @AfterEach
    void close() {
        partnerCenter.close();
    }

    @Test
    void dripsToTheEndAndGoesOn() throws IOException {
        partnerCenter.script(Batches.REFERENCE).thenDrip(100, Duration.ofMillis(1));
        try (RawClient client = RawClient.of(partnerCenter)) {
            String first = client.ask(Batches.REFERENCE).readResponse();
            assertThat(first).startsWith("HTTP/1.1 200 OK").endsWith("}");
            assertThat(client.ask(Batches.REFERENCE).readResponse()).hasSameSizeAs(first);
        }
    }

    @Test
    void dripsOneDropAtATime() throws Exception {
        partnerCenter.script(Batches.REFERENCE).thenDrip(3, Duration.ofDays(1));
        try (RawClient client = RawClient.of(partnerCenter).ask(Batches.REFERENCE)) {
            assertThat(client.read(3)).isEqualTo("HTT");
            assertThat(client.hearsNothing()).isTrue();
        }
        assertThat(partnerCenter.connections().awaitOpen(0, Duration.ofSeconds(30)))
                .isTrue();
    }

    @Test
    void dripsTheBodyAloneAndStopsWhenItIsClosed() throws IOException {
        partnerCenter.script(Batches.REFERENCE).then(Reply.json(200, "{}").drippingBody(1, Duration.ofDays(1)));
        try (RawClient client = RawClient.of(partnerCenter).ask(Batches.REFERENCE)) {
            assertThat(client.readHead()).contains("Content-Length: 2\r\n");
            assertThat(client.read(1)).isEqualTo("{");
            partnerCenter.close();
            assertThat(client.readAll()).isEmpty();
        }
    }

    @Test
    void splitsTheResponseAtEveryByteAndGoesOn() throws IOException {
        HttpReply reply = Reply.empty(503);
        int twice = 0;
        try (RawClient client = RawClient.of(partnerCenter)) {
            partnerCenter.script(Batches.REFERENCE).then(reply);
            int length = client.ask(Batches.REFERENCE).readHead().length();
            for (int first = 1; first < length; first++) {
                partnerCenter.script(Batches.REFERENCE).then(reply.splitAtByte(first));
                String segment = client.ask(Batches.REFERENCE).readSegment();
                twice += segment.length() == first ? 1 : 0;
                assertThat(client.readHead(segment)).startsWith("HTTP/1.1 503").containsOnlyOnce("\r\n\r\n");
            }
            assertThat(twice).as("a client kept from running finds both").isGreaterThan(length / 2);
        }
        assertThat(partnerCenter.connections().accepted()).isEqualTo(1);
    }

    @Test
    void sendsAGibibyteWithoutHoldingIt() throws IOException {
        partnerCenter.script(Batches.REFERENCE).then(Reply.json(200, "{}").paddedTo(GIBIBYTE));
        try (RawClient client = RawClient.of(partnerCenter).ask(Batches.REFERENCE)) {
            assertThat(client.readHead()).contains("Content-Length: " + GIBIBYTE + "\r\n");
            assertThat(client.read(4)).isEqualTo("{}  ");
            client.socket().getInputStream().skipNBytes(GIBIBYTE - 5);
            assertThat(client.leaveAndReadAll()).isEqualTo(" ");
        }
    }

    @Test
    void sendsWithoutEndUntilTheClientLeaves() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Reply.json(200, "{}").paddedForEver());
        try (RawClient client = RawClient.of(partnerCenter).ask(Batches.REFERENCE)) {
            assertThat(client.readHead()).contains("Transfer-Encoding: chunked\r\n");
            assertThat(client.read(14)).isEqualTo("2\r\n{}\r\n4000\r\n ");
            client.socket().getInputStream().skipNBytes(100_000_000);
        }
        assertThat(partnerCenter.connections().awaitOpen(0, Duration.ofSeconds(30)))
                .isTrue();
    }

    @Test
    void takesNoPaddingThatMakesABodyShorter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reply.documentedExample().paddedTo(10));
    }

    @Test
    void liesAboutTheSizeOfAChunk() throws IOException {
        assertThat(answerTo(Reply.json(200, "{}").chunkedAs("zz").truncatedAfter(99)))
                .endsWith("\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");
    }

    @Test
    void sendsTwoLengthsAndChunksBesides() throws IOException {
        HttpReply reply =
                Reply.json(200, "{}").withHeader("Content-Length", "2").withHeader("Content-Length", "3");
        assertThat(answerTo(reply.chunked(2).truncatedAfter(99)))
                .contains("Content-Length: 2\r\n", "Content-Length: 3\r\n", "Transfer-Encoding: chunked\r\n")
                .endsWith("\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
    }

    @Test
    void sendsBytesAsTheyAre() throws IOException {
        assertThat(answerTo(Reply.raw("HTTP/0.9 no\n"))).isEqualTo("HTTP/0.9 no\n");
        assertThat(answerTo(Reply.raw(new byte[] {0, (byte) 0xFF}))).isEqualTo("\u0000\u00ff");
        assertThat(answerTo(Reply.raw("HTTP/1.0 200 OK\r\n\r\n{}").truncatedAtByte(8)))
                .isEqualTo("HTTP/1.0");
    }

    @Test
    void rewritesTheHead() throws IOException {
        HttpReply reply = Reply.json(200, "{}")
                .rewritingHead(head -> head.replace("HTTP/1.1", "HTTP/1.0"))
                .rewritingHead(head -> "HTTP/1.1 103 Early Hints\r\n\r\n" + head);
        assertThat(answerTo(reply.truncatedAfter(2)))
                .startsWith("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.0 200 OK\r\n")
                .endsWith("{}");
    }

    @Test
    void sendsAGzipBomb() throws IOException {
        String answer =
                answerTo(Reply.json(200, "{}").gzippedWithPadding(GIBIBYTE + 7L).truncatedAfter(Integer.MAX_VALUE));
        assertThat(answer).contains("Content-Encoding: gzip\r\n").hasSizeLessThan(2_000_000);
        byte[] body = answer.substring(answer.indexOf("\r\n\r\n") + 4).getBytes(ISO_8859_1);
        try (InputStream inflated = new GZIPInputStream(new ByteArrayInputStream(body))) {
            assertThat(new String(inflated.readNBytes(3), ISO_8859_1)).isEqualTo("{} ");
            inflated.skipNBytes(GIBIBYTE + 6L);
            assertThat(inflated.read()).isEqualTo(-1);
        }
    }

    @Test
    void compressesABodyThatFits() throws IOException {
        byte[] body = Reply.documentedExample().gzipped().body();
        try (InputStream inflated = new GZIPInputStream(new ByteArrayInputStream(body))) {
            assertThat(inflated.readAllBytes()).isEqualTo(Batches.documentedExampleJson());
        }
    }

    private String answerTo(Reply reply) throws IOException {
        partnerCenter.script(Batches.REFERENCE).then(reply);
        try (RawClient client = RawClient.of(partnerCenter).ask(Batches.REFERENCE)) {
            return client.readAll();
        }
    }
}
