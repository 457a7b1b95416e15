package io.github.devicebatch.testkit.oauth;

import static io.github.devicebatch.testkit.support.TokenClient.PUBLIC_CLIENT;
import static io.github.devicebatch.testkit.support.TokenClient.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.junit.Lenient;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.TokenClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
record BearerTokenFilterTest(FakePartnerCenter partnerCenter, Client client, TokenClient tokenClient) {

    private AccessTokens tokens() {
        return partnerCenter.tokens().access();
    }

    @BeforeEach
    void script() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
    }

    @Test
    void validatesTheTokenBeforeTheRequest() throws Exception {
        tokens().validated();
        assertThat(client.get("/v1/invoices", Client.headers()).statusCode()).isEqualTo(401);
        Map<String, String> headers = Client.headers();
        headers.remove("Authorization");
        headers.remove("Accept");
        assertThat(client.get(Client.path(Batches.REFERENCE), headers).statusCode())
                .isEqualTo(401);
        headers.put("Authorization", "Bearer " + tokens().issue(AccessTokenKind.APP_ONLY));
        assertThat(client.get(Client.path(Batches.REFERENCE), headers).statusCode())
                .isEqualTo(400);
    }

    @Test
    void rejectsTokensWithoutMultiFactorAfterRotationsToo() throws Exception {
        tokens().validated();
        assertRejected("900421", tokens().issue(AccessTokenKind.APP_USER_WITHOUT_MULTI_FACTOR));
        String refresh =
                partnerCenter.tokens().refresh().issue(PUBLIC_CLIENT, AccessTokenKind.APP_USER_WITHOUT_MULTI_FACTOR);
        HttpResponse<String> first = tokenClient.token(TokenClient.refresh(refresh));
        assertRejected("900421", member(first, "access_token"));
        HttpResponse<String> second = tokenClient.token(TokenClient.refresh(member(first, "refresh_token")));
        assertRejected("900421", member(second, "access_token"));
    }

    @Test
    void rejectsTokensOfAUserWithoutMultiFactor() throws Exception {
        tokens().validated();
        partnerCenter.tokens().withoutMultiFactor();
        String code = member(
                tokenClient.deviceCode(Map.of("client_id", PUBLIC_CLIENT, "scope", TokenClient.ON_BEHALF)),
                "device_code");
        HttpResponse<String> response =
                tokenClient.token(Map.of("grant_type", "device_code", "client_id", PUBLIC_CLIENT, "device_code", code));
        assertRejected("900421", member(response, "access_token"));
    }

    @Test
    @Lenient
    void rejectsOtherAuthenticationSchemes() throws Exception {
        tokens().validated();
        Map<String, String> headers = Client.headers();
        headers.put("Authorization", "Bearer " + tokens().issue(AccessTokenKind.APP_ONLY));
        assertThat(client.get("/v1/invoices", headers).statusCode()).isEqualTo(404);
        headers.put("Authorization", "Digest " + tokens().issue(AccessTokenKind.APP_ONLY));
        assertThat(client.get("/v1/invoices", headers).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> get(String token) throws IOException, InterruptedException {
        Map<String, String> headers = Client.headers();
        headers.put("Authorization", "Bearer " + token);
        return client.get(Client.path(Batches.REFERENCE), headers);
    }

    private void assertRejected(String code, String token) throws IOException, InterruptedException {
        HttpResponse<String> response = get(token);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("\"code\":\"" + code + "\"").doesNotContain(token);
    }
}
