package io.github.devicebatch.testkit.credentials;

import static io.github.devicebatch.testkit.support.TokenClient.APPLICATION;
import static io.github.devicebatch.testkit.support.TokenClient.SECRET;
import static io.github.devicebatch.testkit.support.TokenClient.TOKEN_PATH;
import static io.github.devicebatch.testkit.support.TokenClient.clientCredentials;
import static io.github.devicebatch.testkit.support.TokenClient.encoded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.SignedAssertion;
import io.github.devicebatch.testkit.support.TokenClient;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
record SecretRedactorTest(FakePartnerCenter partnerCenter, TokenClient client) {

    @Test
    void redactsTheForm() throws Exception {
        client.token(clientCredentials());
        client.token(TokenClient.refresh("canary-refresh-token"));
        client.token(SignedAssertion.form("canary.client.assertion"));
        client.token(Map.of("grant_type", "device_code", "device_code", "canary-device-code"));
        assertThat(partnerCenter.requests()).hasSize(4);
        assertThat(partnerCenter.requests().toString()).contains(TOKEN_PATH).doesNotContain("canary");
    }

    @Test
    void redactsHttpBasicAndItsRepetitions() throws Exception {
        String pair = Base64.getEncoder().encodeToString((APPLICATION + ":" + SECRET).getBytes(UTF_8));
        client.send(client.request(TOKEN_PATH + "?again=" + pair)
                .header("Authorization", "Basic " + pair)
                .header("X-Debug", "decoded: " + SECRET)
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        assertThat(partnerCenter.requests().toString())
                .contains("X-Debug=[decoded: REDACTED]", "again=REDACTED", "Authorization=[REDACTED]")
                .doesNotContain(pair, SECRET);
    }

    @Test
    void redactsFormValuesInHeaders() throws Exception {
        client.send(client.request(TOKEN_PATH)
                .header("X-Debug", "secret=" + SECRET + "&again=" + URLEncoder.encode(SECRET, UTF_8))
                .POST(BodyPublishers.ofString(encoded(clientCredentials()))));
        assertThat(partnerCenter.requests().toString())
                .contains("X-Debug=[secret=REDACTED&again=REDACTED]")
                .doesNotContain(SECRET, URLEncoder.encode(SECRET, UTF_8));
    }

    @Test
    void redactsFormValuesInTheQuery() throws Exception {
        client.post(TOKEN_PATH + "?" + encoded(clientCredentials()) + "&REFRESH_TOKEN=short&x=1", "");
        assertThat(partnerCenter.requests().getFirst().path())
                .contains("client_secret=REDACTED&", "&REFRESH_TOKEN=REDACTED&x=1")
                .doesNotContain(SECRET, URLEncoder.encode(SECRET, UTF_8));
    }
}
