package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.RawClient;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PaddedResponseTest {

    private static final int GIBIBYTE = 1_024 * 1_024 * 1_024;

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(ManualTime.start());

    @AfterEach
    void close() {
        partnerCenter.close();
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
}
