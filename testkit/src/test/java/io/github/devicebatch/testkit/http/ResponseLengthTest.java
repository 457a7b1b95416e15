package io.github.devicebatch.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.RawClient;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ResponseLengthTest {

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
    void letsAReplyLieAboutItsLength() throws IOException {
        partnerCenter.script(Batches.REFERENCE).then(Reply.json(200, "{}").withHeader("content-length", "7"));
        try (RawClient client = RawClient.of(partnerCenter)) {
            assertThat(client.ask(Batches.REFERENCE).leaveAndReadAll())
                    .contains("content-length: 7")
                    .doesNotContain("Content-Length")
                    .endsWith("\r\n\r\n{}");
        }
    }
}
