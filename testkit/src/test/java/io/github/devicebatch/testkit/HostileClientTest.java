package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.RawClient;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HostileClientTest {

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
    void letsARefusedClientFinishAndReadTheRefusal() throws IOException {
        try (RawClient client = RawClient.of(partnerCenter)) {
            assertThat(client.send("nonsense\r\n" + "x".repeat(500_000)).leaveAndReadAll())
                    .startsWith("HTTP/1.1 400 Bad Request");
        }
    }

    @Test
    void survivesWhateverIsThrownAtIt() throws IOException {
        Random random = new Random(20_170_725);
        for (int round = 0; round < 200; round++) {
            byte[] garbage = new byte[random.nextInt(300)];
            random.nextBytes(garbage);
            try (RawClient client = RawClient.of(partnerCenter)) {
                client.socket().getOutputStream().write(garbage);
                assertThat(client.leaveAndReadAll()).matches("(?s)|HTTP/1.1 400 .*");
            }
        }
        try (RawClient client = RawClient.of(partnerCenter)) {
            assertThat(client.ask(Batches.REFERENCE).leaveAndReadAll()).endsWith(BODY);
        }
    }
}
