package io.github.devicebatch.testkit.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.RawClient;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
}
