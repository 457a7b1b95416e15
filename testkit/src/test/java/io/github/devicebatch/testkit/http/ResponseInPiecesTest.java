package io.github.devicebatch.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.RawClient;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ResponseInPiecesTest {

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(ManualTime.start());

    @AfterEach
    void close() {
        partnerCenter.close();
    }

    @Test
    void dripsToTheEndAndGoesOn() throws IOException {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Reply.describing(Batches.finished()).dripping(100, Duration.ofMillis(1)));
        try (RawClient client = RawClient.of(partnerCenter)) {
            String first = client.ask(Batches.REFERENCE).readResponse();
            assertThat(first).startsWith("HTTP/1.1 200 OK").endsWith("}");
            assertThat(client.ask(Batches.REFERENCE).readResponse()).hasSameSizeAs(first);
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
}
