package io.github.devicebatch.testkit.oauth;

import static io.github.devicebatch.testkit.support.TokenClient.APPLICATION;
import static io.github.devicebatch.testkit.support.TokenClient.ON_BEHALF;
import static io.github.devicebatch.testkit.support.TokenClient.PUBLIC_CLIENT;
import static io.github.devicebatch.testkit.support.TokenClient.member;
import static io.github.devicebatch.testkit.support.TokenClient.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.TokenClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
record RefreshTokenGrantHandlerTest(FakePartnerCenter partnerCenter, TokenClient client) {

    private String issued(String clientId) {
        return partnerCenter.tokens().refresh().issue(clientId);
    }

    @Test
    void rejectsTheTokenOfAnotherApplication() throws Exception {
        assertRejected(70_000, refresh(issued(APPLICATION)));
    }

    @Test
    void requiresTheSecretOfAConfidentialClient() throws Exception {
        Map<String, String> form = refresh(issued(APPLICATION));
        form.put("client_id", APPLICATION);
        assertThat(member(client.token(form), "error_description")).startsWith("AADSTS7000218: ");
        form.put("client_secret", TokenClient.SECRET);
        assertThat(client.token(form).statusCode()).isEqualTo(200);
    }

    @Test
    void requiresNoSecretOfAPublicClient() throws Exception {
        partnerCenter.tokens().publicClient(APPLICATION);
        Map<String, String> form = refresh(issued(APPLICATION));
        form.put("client_id", APPLICATION);
        form.put("client_secret", "wrong");
        assertThat(member(client.token(form), "error_description")).startsWith("AADSTS7000215: ");
        form.remove("client_secret");
        assertThat(client.token(form).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.partnercenter.microsoft.com/.default, 200, ''",
        "openid profile, 400, 70011",
        "https://api.partnercenter.microsoft.com/Everything, 400, 70011",
        "https://a.example/user_impersonation, 400, 500011",
        "https://a.example/.default https://b.example/.default, 400, 700022",
    })
    void checksTheScope(String scope, int status, String code) throws Exception {
        Map<String, String> form = refresh(issued(PUBLIC_CLIENT));
        form.put("scope", scope);
        HttpResponse<String> response = client.token(form);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(code.isEmpty() ? "access_token" : "[" + code + "]");
    }

    @Test
    void acceptsARequestWithoutScope() throws Exception {
        Map<String, String> form = refresh(issued(PUBLIC_CLIENT));
        form.remove("scope");
        assertThat(member(client.token(form), "scope")).isEqualTo(ON_BEHALF);
    }

    @Test
    void requiresTheToken() throws Exception {
        Map<String, String> form = refresh(issued(PUBLIC_CLIENT));
        form.remove("refresh_token");
        assertThat(member(client.token(form), "error_description"))
                .startsWith("AADSTS900144: The request body must contain the following parameter: 'refresh_token'.");
    }

    private void assertRejected(long code, Map<String, String> form) throws IOException, InterruptedException {
        HttpResponse<String> response = client.token(form);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(member(response, "error")).isEqualTo("invalid_grant");
        assertThat(member(response, "error_description")).startsWith("AADSTS" + code + ": ");
    }
}
