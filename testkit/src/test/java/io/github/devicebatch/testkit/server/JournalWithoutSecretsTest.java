package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.support.Client;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalWithoutSecretsTest {

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(time);
    private final Client client = Client.of(partnerCenter);

    @AfterEach
    void close() {
        client.close();
        partnerCenter.close();
    }

    @Test
    void forgetsTheTokenWhereverItStood() throws Exception {
        Map<String, String> headers = Client.headers();
        headers.put("X-Debug", "again: " + Client.TOKEN);
        headers.put("Cookie", "session=" + Client.TOKEN);
        client.ask("/v1/customers?token=" + Client.TOKEN, headers);
        assertThat(partnerCenter.requests().getFirst().header("Authorization")).contains(RecordedRequest.REDACTED);
        assertThat(partnerCenter.requests().toString())
                .contains("X-Debug=[again: REDACTED]", "token=REDACTED")
                .doesNotContain(Client.TOKEN);
        assertThat(partnerCenter.toString()).isEqualTo("FakePartnerCenter at " + partnerCenter.baseUrl());
    }
}
