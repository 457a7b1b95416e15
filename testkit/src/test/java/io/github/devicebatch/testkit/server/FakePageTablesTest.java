package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.MagicSerialNumber;
import io.github.devicebatch.testkit.support.Client;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakePageTablesTest {

    private static final Map<String, String> BROWSER =
            Map.of("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    private static final Map<String, String> CURL = Map.of("Accept", "*/*");

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start();
    private final Client client = Client.of(partnerCenter);

    @AfterEach
    void close() {
        client.close();
        partnerCenter.close();
    }

    @Test
    void listsTheTablesThatTheFakeGoesBy() throws Exception {
        String text = client.ask("/", CURL).body();
        String html = client.ask("/", BROWSER).body();
        for (MagicBatch batch : MagicBatch.values()) {
            assertThat(text).contains("  " + batch.trackingId() + "  " + batch.description() + "\n");
            assertThat(html)
                    .contains("<tr><td>" + batch.trackingId() + "</td><td>" + batch.description() + "</td></tr>\n");
        }
        for (MagicSerialNumber rule : MagicSerialNumber.rules()) {
            assertThat(text)
                    .containsPattern("  …" + rule.ending() + " +" + rule.error().vendorName() + "\n");
            assertThat(html)
                    .contains("<tr><td>…" + rule.ending() + "</td><td>"
                            + rule.error().vendorName() + "</td></tr>\n");
        }
    }
}
