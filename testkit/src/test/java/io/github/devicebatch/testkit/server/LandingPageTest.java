package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.MagicSerialNumber;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.RawClient;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
record LandingPageTest(FakePartnerCenter partnerCenter, Client client) {

    private static final Map<String, String> BROWSER =
            Map.of("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    private static final Map<String, String> CURL = Map.of("Accept", "*/*");

    @Test
    void isPlainTextForCurl() throws Exception {
        HttpResponse<String> page = client.get("/", CURL);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(page.body())
                .startsWith("FakePartnerCenter\n\nEndpoints\n\n")
                .contains("curl -i " + partnerCenter.baseUrl() + "/v1/customers/")
                .contains("  GET /__fake/requests  lists the requests, oldest first\n")
                .contains("These tracking ids are off.")
                .doesNotContain("<");
        assertThat(client.get("/?x", Map.of()).body()).isEqualTo(page.body());
    }

    @Test
    void isHtmlForABrowser() throws Exception {
        partnerCenter.control().magicBatches(true);
        HttpResponse<String> page = client.get("/", BROWSER);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; style-src 'unsafe-inline'");
        assertThat(page.body())
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<p>Every customer has these tracking ids.</p>")
                .contains("{&quot;batchId&quot;: &quot;try&quot;,")
                .endsWith("</html>\n");
    }

    @Test
    void listsMagicBatchesAndSerialNumbers() throws Exception {
        String text = client.get("/", CURL).body();
        String html = client.get("/", BROWSER).body();
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

    @Test
    void isNotRecorded() throws Exception {
        client.get("/", CURL);
        client.get("/__fake/requests", Map.of());
        assertThat(partnerCenter.requests()).isEmpty();
        assertThat(partnerCenter.requestCount()).isZero();
    }

    @Test
    void acceptsOnlyGet() throws Exception {
        try (RawClient raw = RawClient.of(partnerCenter)) {
            assertThat(raw.send("POST / HTTP/1.1\r\n\r\n").closeOutputAndReadAll())
                    .startsWith("HTTP/1.1 405 Method Not Allowed")
                    .contains("\r\nAllow: GET\r\n");
        }
    }
}
