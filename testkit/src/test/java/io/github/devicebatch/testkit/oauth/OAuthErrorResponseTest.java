package io.github.devicebatch.testkit.oauth;

import static io.github.devicebatch.testkit.support.TokenClient.SECRET;
import static io.github.devicebatch.testkit.support.TokenClient.TOKEN_PATH;
import static io.github.devicebatch.testkit.support.TokenClient.clientCredentials;
import static io.github.devicebatch.testkit.support.TokenClient.encoded;
import static io.github.devicebatch.testkit.support.TokenClient.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.TokenClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
record OAuthErrorResponseTest(FakePartnerCenter partnerCenter, TokenClient client) {

    private TokenEndpoint tokens() {
        return partnerCenter.tokens();
    }

    @Test
    void returnsErrorsInTheVendorsFormat() throws Exception {
        HttpResponse<String> response = client.post(TOKEN_PATH, "grant_type=password&client_id=x");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(response.body())
                .isEqualTo(
                        "{\"error\":\"unsupported_grant_type\",\"error_description\":\"AADSTS70003: The app requested"
                                + " an unsupported grant type 'password'. Trace ID: 5e700000-0000-4003-8000-000000000001"
                                + " Correlation ID: 5e700000-0000-4004-8000-000000000001 Timestamp: 2026-01-05 09:00:00Z\","
                                + "\"error_codes\":[70003],\"timestamp\":\"2026-01-05 09:00:00Z\","
                                + "\"trace_id\":\"5e700000-0000-4003-8000-000000000001\","
                                + "\"correlation_id\":\"5e700000-0000-4004-8000-000000000001\","
                                + "\"error_uri\":\"https://login.microsoftonline.com/error?code=70003\"}");
    }

    @Test
    void repeatsCredentialsIfConfigured() throws Exception {
        tokens().errorsRepeatCredentials();
        Map<String, String> form = clientCredentials();
        form.put("scope", "wrong");
        assertThat(member(client.token(form), "error_description")).contains(". " + SECRET + " Trace ID");
        assertThat(member(client.token(TokenClient.refresh("canary-refresh")), "error_description"))
                .contains(". canary-refresh Trace ID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant_type", "client_id", "scope"})
    void namesTheMissingParameter(String parameter) throws Exception {
        Map<String, String> form = clientCredentials();
        form.put(parameter, "");
        HttpResponse<String> response = client.token(form);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(member(response, "error")).isEqualTo("invalid_request");
        assertThat(member(response, "error_description"))
                .startsWith("AADSTS900144: The request body must contain the following parameter: '" + parameter
                        + "'. Trace");
    }

    @Test
    void rejectsBodiesOfAnotherType() throws Exception {
        HttpResponse<String> response = client.send(client.request(TOKEN_PATH)
                .setHeader("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(encoded(clientCredentials()))));
        assertThat(member(response, "error_description"))
                .startsWith("AADSTS900144: The request body must contain the following parameter: 'grant_type'."
                        + " The Content-Type has to be application/x-www-form-urlencoded.");
    }

    @Test
    void rejectsADuplicateParameter() throws Exception {
        HttpResponse<String> response = client.post(TOKEN_PATH, encoded(clientCredentials()) + "&scope=openid");
        assertThat(member(response, "error_description"))
                .startsWith(
                        "AADSTS9000411: The request is not properly formatted. The parameter 'scope' is duplicated.");
    }

    @Test
    void acceptsAMalformedForm() throws Exception {
        assertThat(client.post(TOKEN_PATH, "&&=&a&%zz=%zz&grant_type=%zz").body())
                .contains("unsupported grant type '%zz'");
    }
}
