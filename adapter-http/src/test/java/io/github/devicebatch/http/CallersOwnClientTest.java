package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;

/** The HTTP client that a caller brings along. */
class CallersOwnClientTest {

    @Test
    void theCallersOwnClientStaysOpen() throws InterruptedException {
        try (FakePartnerCenter fake = FakePartnerCenter.start();
                HttpClient client = HttpClient.newHttpClient()) {
            PartnerCenterBuilder description = OneAttempt.at(fake.baseUrl()).httpClient(client);
            for (int life = 0; life < 3; life++) {
                try (PartnerCenter partnerCenter = description.build()) {
                    partnerCenter.batchStatus().ask(Batches.REFERENCE);
                }
            }

            assertThat(client.isTerminated()).isFalse();
            assertThat(fake.connections().accepted()).isEqualTo(1);
        }
    }
}
