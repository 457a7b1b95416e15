package io.github.devicebatch.testkit.oauth;

import static io.github.devicebatch.testkit.support.TokenClient.APPLICATION;
import static io.github.devicebatch.testkit.support.TokenClient.SECRET;
import static io.github.devicebatch.testkit.support.TokenClient.TOKEN_PATH;
import static io.github.devicebatch.testkit.support.TokenClient.encoded;
import static io.github.devicebatch.testkit.support.TokenClient.member;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.TokenClient;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
class ClientCredentialsGrantHandlerTest {

    private final FakePartnerCenter partnerCenter;
    private final TokenClient client;
    private final Map<String, String> form = TokenClient.clientCredentials();

    ClientCredentialsGrantHandlerTest(FakePartnerCenter partnerCenter, TokenClient client) {
        this.partnerCenter = partnerCenter;
        this.client = client;
    }

    @Test
    void issuesATokenForASecretInTheForm() throws Exception {
        partnerCenter.tokens().access().lifetime(Duration.ofMinutes(10));
        HttpResponse<String> response = client.token(form);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .matches("\\{\"token_type\":\"Bearer\",\"expires_in\":600,\"ext_expires_in\":600,"
                        + "\"access_token\":\"[A-Za-z0-9._-]{68}\"}");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store, no-cache");
    }

    @Test
    void issuesADifferentTokenEachTime() throws Exception {
        assertThat(member(client.token(form), "access_token")).isNotEqualTo(member(client.token(form), "access_token"));
        assertThat(partnerCenter.tokens().access().issued()).isEqualTo(2);
    }

    @Test
    void issuesATokenForASecretInHttpBasic() throws Exception {
        form.remove("client_id");
        form.remove("client_secret");
        assertThat(basic(APPLICATION, SECRET).statusCode()).isEqualTo(200);
        assertThat(basic(APPLICATION, "another").statusCode()).isEqualTo(401);
    }

    @Test
    void rejectsCredentialsInTwoPlaces() throws Exception {
        assertThat(member(basic(APPLICATION, SECRET), "error_description"))
                .startsWith("AADSTS90023: The request has more than one client secret.");
        form.remove("client_secret");
        form.put("client_id", "another");
        assertThat(member(basic(APPLICATION, SECRET), "error_description"))
                .startsWith("AADSTS90023: The client_id and the HTTP Basic credentials name different applications.");
    }

    @Test
    void acceptsAClientIdInAnyCaseAndEachSecret() throws Exception {
        partnerCenter.tokens().application(APPLICATION, "the next secret");
        form.put("client_id", APPLICATION.toUpperCase(Locale.ROOT));
        assertThat(client.token(form).statusCode()).isEqualTo(200);
        form.put("client_secret", "the next secret");
        assertThat(client.token(form).statusCode()).isEqualTo(200);
    }

    @Test
    void rejectsAnUnregisteredApplication() throws Exception {
        form.put("client_id", "9dbb5b17-0000-4b6c-8b8d-6d9d4b1c1a0d");
        assertRejected(400, "unauthorized_client", 700_016);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "CANARY~SECRET/WITH+SIGNS", "canary~secret/with+sign"})
    void rejectsAWrongSecret(String secret) throws Exception {
        form.put("client_secret", secret);
        assertRejected(401, "invalid_client", 7_000_215);
    }

    @Test
    void rejectsARequestWithoutCredentials() throws Exception {
        form.remove("client_secret");
        assertRejected(401, "invalid_client", 7_000_218);
        form.put("client_id", TokenClient.PUBLIC_CLIENT);
        assertRejected(401, "invalid_client", 7_000_218);
    }

    @Test
    void rejectsASecretOfAPublicClient() throws Exception {
        form.put("client_id", TokenClient.PUBLIC_CLIENT);
        assertRejected(401, "invalid_client", 700_025);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.partnercenter.microsoft.com/user_impersonation, invalid_scope, 1002012",
        "https://api.partnercenter.microsoft.com, invalid_scope, 1002012",
        "openid, invalid_scope, 1002012",
        "https://api.partnercenter.microsoft.com/.default https://a.example/.default, invalid_scope, 1002012",
        "https://graph.windows.net/.default, invalid_resource, 500011",
        "https://api.partnercenter.microsoft.com//.default, invalid_resource, 500011",
    })
    void rejectsEveryScopeExceptTheDefaultOfPartnerCenter(String scope, String error, long code) throws Exception {
        form.put("scope", scope);
        assertRejected(400, error, code);
    }

    @Test
    void acceptsTheScopesThatTheVendorsLibraryAdds() throws Exception {
        form.put("scope", "openid profile offline_access " + TokenClient.APP_ONLY);
        assertThat(client.token(form).statusCode()).isEqualTo(200);
    }

    @Test
    void usesTheConfiguredNameOfPartnerCenter() throws Exception {
        partnerCenter.tokens().partnerCenter("https://partner.partnercenterapi.microsoftonline.cn");
        assertRejected(400, "invalid_resource", 500_011);
        form.put("scope", "https://partner.partnercenterapi.microsoftonline.cn/.default");
        assertThat(client.token(form).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> basic(String clientId, String secret) throws IOException, InterruptedException {
        String pair = URLEncoder.encode(clientId, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
        return client.send(client.request(TOKEN_PATH)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    private void assertRejected(int status, String error, long code) throws IOException, InterruptedException {
        HttpResponse<String> response = client.token(form);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(member(response, "error")).isEqualTo(error);
        assertThat(member(response, "error_description")).startsWith("AADSTS" + code + ": ");
        assertThat(partnerCenter.tokens().access().issued()).isZero();
    }
}
