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

@Timeout(60)
class ConnectionEndTest {

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
}
