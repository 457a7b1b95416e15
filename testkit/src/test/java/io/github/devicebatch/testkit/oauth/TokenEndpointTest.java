package io.github.devicebatch.testkit.oauth;

import static io.github.devicebatch.testkit.support.TokenClient.DEVICE_CODE_PATH;
import static io.github.devicebatch.testkit.support.TokenClient.SECRET;
import static io.github.devicebatch.testkit.support.TokenClient.TOKEN_PATH;
import static io.github.devicebatch.testkit.support.TokenClient.clientCredentials;
import static io.github.devicebatch.testkit.support.TokenClient.encoded;
import static io.github.devicebatch.testkit.support.TokenClient.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.junit.Lenient;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.TokenClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
record TokenEndpointTest(FakePartnerCenter partnerCenter, TokenClient client) {

    private TokenEndpoint tokens() {
        return partnerCenter.tokens();
    }

    @Test
    void acceptsItsPathInAnyCase() throws Exception {
        assertThat(client.post(TOKEN_PATH.toUpperCase(Locale.ROOT), encoded(clientCredentials()))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contoso.example", "common", "organizations"})
    void acceptsAnyTenantUnlessConfigured(String tenant) throws Exception {
        String path = "/" + tenant + "/oauth2/v2.0/token";
        assertThat(client.post(path, encoded(clientCredentials())).statusCode()).isEqualTo(200);
        tokens().tenant(TokenClient.TENANT.toUpperCase(Locale.ROOT)).tenant("fabrikam.example");
        assertThat(client.token(clientCredentials()).statusCode()).isEqualTo(200);
        HttpResponse<String> response = client.post(path, encoded(clientCredentials()));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(member(response, "error_description")).startsWith("AADSTS90002: Tenant '" + tenant + "' not found.");
    }

    @ParameterizedTest
    @ValueSource(strings = {TOKEN_PATH, DEVICE_CODE_PATH})
    void rejectsOtherMethods(String path) throws Exception {
        HttpResponse<String> response = client.send(client.request(path).GET());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(member(response, "error_description"))
                .startsWith("AADSTS900561: The endpoint only accepts POST requests. Received a GET request.");
    }

    @ParameterizedTest
    @Lenient
    @ValueSource(strings = {"/oauth2/v2.0/token", "/a/b/oauth2/v2.0/token", "/a/oauth2/token", "/a/oauth2/v2X0/token"})
    void doesNotHandleOtherPaths(String path) throws Exception {
        assertThat(client.post(path, encoded(clientCredentials())).body()).contains("There is nothing at this path.");
    }

    @Test
    void sendsQueuedRepliesFirst() throws Exception {
        tokens().replies(Reply.status(503).retryAfter(Duration.ofSeconds(7)), Reply.html(502, "<h1>no</h1>"))
                .replies(Reply.json(200, "{\"access_token\":\"").truncatedAfter(5), Reply.reset());
        HttpResponse<String> unavailable = client.token(clientCredentials());
        assertThat(unavailable.statusCode()).isEqualTo(503);
        assertThat(unavailable.headers().firstValue("Retry-After")).contains("7");
        assertThat(client.token(clientCredentials()).body()).isEqualTo("<h1>no</h1>");
        assertThatThrownBy(() -> client.token(clientCredentials())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.token(clientCredentials())).isInstanceOf(IOException.class);
        assertThat(client.token(clientCredentials()).statusCode()).isEqualTo(200);
        assertThat(tokens().access().issued()).isEqualTo(1);
    }

    @Test
    void countsTheRequestsOfEachGrant() throws Exception {
        tokens().replies(Reply.status(500));
        client.token(clientCredentials());
        client.token(clientCredentials());
        client.token(TokenClient.refresh("made up"));
        assertThat(tokens().requests("client_credentials")).isEqualTo(2);
        assertThat(tokens().requests("refresh_token")).isEqualTo(1);
        assertThat(tokens().requests("password")).isZero();
    }

    @Test
    void printsNoSecrets() throws Exception {
        String refresh = tokens().refresh().issue(TokenClient.PUBLIC_CLIENT);
        String access = member(client.token(clientCredentials()), "access_token");
        client.deviceCode(Map.of("client_id", TokenClient.PUBLIC_CLIENT, "scope", TokenClient.ON_BEHALF));
        assertThat(tokens().toString() + tokens().access() + tokens().refresh() + tokens().deviceCodes())
                .isEqualTo("TokenEndpoint: 1 access tokens issued, 1 refresh tokens"
                        + "1 access tokens issued1 refresh tokens1 device codes")
                .doesNotContain(refresh, access, SECRET);
    }
}
