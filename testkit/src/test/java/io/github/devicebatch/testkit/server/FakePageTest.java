package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.support.Client;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakePageTest {

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
    void isTextForCurl() throws Exception {
        HttpResponse<String> page = client.ask("/", CURL);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(page.body())
                .startsWith("FakePartnerCenter\n\nEndpoints\n\n")
                .contains("curl -i " + partnerCenter.baseUrl() + "/v1/customers/")
                .contains("  GET /__fake/requests  lists the requests, oldest first\n")
                .contains("These tracking ids are off.")
                .doesNotContain("<");
        assertThat(client.ask("/?x", Map.of()).body()).isEqualTo(page.body());
    }

    @Test
    void isHtmlForABrowser() throws Exception {
        partnerCenter.control().magicBatches(true);
        HttpResponse<String> page = client.ask("/", BROWSER);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; style-src 'unsafe-inline'");
        assertThat(page.body())
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<p>Every customer has these tracking ids.</p>")
                .contains("{&quot;batchId&quot;: &quot;try&quot;,")
                .endsWith("</html>\n");
    }
}
