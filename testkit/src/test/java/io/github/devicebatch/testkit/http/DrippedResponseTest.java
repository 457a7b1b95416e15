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
class DrippedResponseTest {

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(ManualTime.start());

    @AfterEach
    void close() {
        partnerCenter.close();
    }

    @Test
    void dripsOneDropAtATime() throws Exception {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Reply.describing(Batches.finished()).dripping(3, Duration.ofDays(1)));
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
}
