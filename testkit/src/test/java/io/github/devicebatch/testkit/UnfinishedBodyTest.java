package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.RawClient;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UnfinishedBodyTest {

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
}
