package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.RawClient;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakePageRequestTest {

    private static final Map<String, String> CURL = Map.of("Accept", "*/*");

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start();
    private final Client client = Client.of(partnerCenter);

    @AfterEach
    void close() {
        client.close();
        partnerCenter.close();
    }

    @Test
    void isInNoJournal() throws Exception {
        client.ask("/", CURL);
        client.ask("/__fake/requests", Map.of());
        assertThat(partnerCenter.requests()).isEmpty();
        assertThat(partnerCenter.requestCount()).isZero();
    }

    @Test
    void isOnlyToBeRead() throws Exception {
        try (RawClient raw = RawClient.of(partnerCenter)) {
            assertThat(raw.send("POST / HTTP/1.1\r\n\r\n").leaveAndReadAll())
                    .startsWith("HTTP/1.1 405 Method Not Allowed")
                    .contains("\r\nAllow: GET\r\n");
        }
    }
}
