package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.RawAnswer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Responses that come whole, and are not HTTP as one knows it. */
@Timeout(60)
class BadManneredResponseTest {

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(ManualTime.start());

    @AfterEach
    void close() {
        partnerCenter.close();
    }

    @Test
    void liesAboutTheSizeOfAChunk() throws IOException {
        assertThat(RawAnswer.to(
                        partnerCenter, Reply.json(200, "{}").chunkedAs("zz").truncatedAfter(99)))
                .endsWith("\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");
    }

    @Test
    void sendsTwoLengthsAndChunksBesides() throws IOException {
        HttpReply reply =
                Reply.json(200, "{}").withHeader("Content-Length", "2").withHeader("Content-Length", "3");
        assertThat(RawAnswer.to(partnerCenter, reply.chunked(2).truncatedAfter(99)))
                .contains("Content-Length: 2\r\n", "Content-Length: 3\r\n", "Transfer-Encoding: chunked\r\n")
                .endsWith("\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
    }

    @Test
    void sendsBytesAsTheyAre() throws IOException {
        assertThat(RawAnswer.to(partnerCenter, Reply.raw("HTTP/0.9 no\n"))).isEqualTo("HTTP/0.9 no\n");
        assertThat(RawAnswer.to(partnerCenter, Reply.raw(new byte[] {0, (byte) 0xFF})))
                .isEqualTo("\u0000\u00ff");
        assertThat(RawAnswer.to(
                        partnerCenter, Reply.raw("HTTP/1.0 200 OK\r\n\r\n{}").truncatedAtByte(8)))
                .isEqualTo("HTTP/1.0");
    }

    @Test
    void rewritesTheHead() throws IOException {
        HttpReply reply = Reply.json(200, "{}")
                .rewritingHead(head -> head.replace("HTTP/1.1", "HTTP/1.0"))
                .rewritingHead(head -> "HTTP/1.1 103 Early Hints\r\n\r\n" + head);
        assertThat(RawAnswer.to(partnerCenter, reply.truncatedAfter(2)))
                .startsWith("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.0 200 OK\r\n")
                .endsWith("{}");
    }
}
