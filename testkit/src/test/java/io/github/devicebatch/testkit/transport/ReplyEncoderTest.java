package io.github.devicebatch.testkit.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.RawClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakePartnerCenterExtension.class)
@Timeout(60)
record ReplyEncoderTest(FakePartnerCenter partnerCenter) {

    @Nested
    class Malformed {

        @Test
        void sendsAWrongChunkSize() throws IOException {
            assertThat(response(Reply.json(200, "{}").chunkedAs("zz").truncatedAfter(99)))
                    .endsWith("\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");
        }

        @Test
        void sendsTwoLengthsAndChunks() throws IOException {
            HttpReply reply =
                    Reply.json(200, "{}").withHeader("Content-Length", "2").withHeader("Content-Length", "3");
            assertThat(response(reply.chunked(2).truncatedAfter(99)))
                    .contains("Content-Length: 2\r\n", "Content-Length: 3\r\n", "Transfer-Encoding: chunked\r\n")
                    .endsWith("\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
        }

        @Test
        void sendsRawBytes() throws IOException {
            assertThat(response(Reply.raw("HTTP/0.9 no\n"))).isEqualTo("HTTP/0.9 no\n");
            assertThat(response(Reply.raw(new byte[] {0, (byte) 0xFF}))).isEqualTo("\u0000\u00ff");
            assertThat(response(Reply.raw("HTTP/1.0 200 OK\r\n\r\n{}").truncatedAtByte(8)))
                    .isEqualTo("HTTP/1.0");
        }

        @Test
        void rewritesTheHead() throws IOException {
            HttpReply reply = Reply.json(200, "{}")
                    .rewritingHead(head -> head.replace("HTTP/1.1", "HTTP/1.0"))
                    .rewritingHead(head -> "HTTP/1.1 103 Early Hints\r\n\r\n" + head);
            assertThat(response(reply.truncatedAfter(2)))
                    .startsWith("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.0 200 OK\r\n")
                    .endsWith("{}");
        }
    }

    @Nested
    class Length {

        @Test
        void omitsTheBodyWhereHttpForbidsIt() throws IOException {
            partnerCenter.script(Batches.REFERENCE).then(Reply.json(204, "{}"));
            try (RawClient client = RawClient.of(partnerCenter)) {
                assertThat(client.requestStatus(Batches.REFERENCE).closeOutputAndReadAll())
                        .doesNotContain("Content-Length")
                        .endsWith("\r\n\r\n");
            }
            try (RawClient client = RawClient.of(partnerCenter)) {
                assertThat(client.send(RawClient.statusRequest("HEAD", Batches.REFERENCE, "HTTP/1.1"))
                                .closeOutputAndReadAll())
                        .startsWith("HTTP/1.1 405")
                        .endsWith("\r\n\r\n");
            }
        }

        @Test
        void sendsAWrongContentLength() throws IOException {
            partnerCenter.script(Batches.REFERENCE).then(Reply.json(200, "{}").withHeader("content-length", "7"));
            try (RawClient client = RawClient.of(partnerCenter)) {
                assertThat(client.requestStatus(Batches.REFERENCE).closeOutputAndReadAll())
                        .contains("content-length: 7")
                        .doesNotContain("Content-Length")
                        .endsWith("\r\n\r\n{}");
            }
        }
    }

    @Nested
    class Padded {

        private static final int GIBIBYTE = 1_024 * 1_024 * 1_024;

        @Test
        void sendsAGibibyteWithoutBufferingIt() throws IOException {
            partnerCenter.script(Batches.REFERENCE).then(Reply.json(200, "{}").paddedTo(GIBIBYTE));
            try (RawClient client = RawClient.of(partnerCenter).requestStatus(Batches.REFERENCE)) {
                assertThat(client.readHead()).contains("Content-Length: " + GIBIBYTE + "\r\n");
                assertThat(client.read(4)).isEqualTo("{}  ");
                client.socket().getInputStream().skipNBytes(GIBIBYTE - 5);
                assertThat(client.closeOutputAndReadAll()).isEqualTo(" ");
            }
        }

        @Test
        void sendsAnEndlessBodyUntilTheClientCloses() throws Exception {
            partnerCenter.script(Batches.REFERENCE).then(Reply.json(200, "{}").paddedForEver());
            try (RawClient client = RawClient.of(partnerCenter).requestStatus(Batches.REFERENCE)) {
                assertThat(client.readHead()).contains("Transfer-Encoding: chunked\r\n");
                assertThat(client.read(14)).isEqualTo("2\r\n{}\r\n4000\r\n ");
                client.socket().getInputStream().skipNBytes(100_000_000);
            }
            assertThat(partnerCenter.connections().awaitOpen(0, Duration.ofSeconds(30)))
                    .isTrue();
        }

        @Test
        void rejectsALengthBelowThatOfTheBody() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Reply.documentedExample().paddedTo(10));
        }
    }

    @Nested
    class Gzipped {

        private static final int GIBIBYTE = 1_024 * 1_024 * 1_024;

        @Test
        void sendsAGzipBomb() throws IOException {
            String answer = response(
                    Reply.json(200, "{}").gzippedWithPadding(GIBIBYTE + 7L).truncatedAfter(Integer.MAX_VALUE));
            assertThat(answer).contains("Content-Encoding: gzip\r\n").hasSizeLessThan(2_000_000);
            byte[] body = answer.substring(answer.indexOf("\r\n\r\n") + 4).getBytes(ISO_8859_1);
            try (InputStream inflated = new GZIPInputStream(new ByteArrayInputStream(body))) {
                assertThat(new String(inflated.readNBytes(3), ISO_8859_1)).isEqualTo("{} ");
                inflated.skipNBytes(GIBIBYTE + 6L);
                assertThat(inflated.read()).isEqualTo(-1);
            }
        }

        @Test
        void compressesABody() throws IOException {
            byte[] body = Reply.documentedExample().gzipped().body();
            try (InputStream inflated = new GZIPInputStream(new ByteArrayInputStream(body))) {
                assertThat(inflated.readAllBytes()).isEqualTo(Batches.documentedExampleJson());
            }
        }
    }

    private String response(Reply reply) throws IOException {
        partnerCenter.script(Batches.REFERENCE).then(reply);
        try (RawClient client = RawClient.of(partnerCenter).requestStatus(Batches.REFERENCE)) {
            return client.readAll();
        }
    }
}
