package io.github.devicebatch.testkit.oauth;

import static io.github.devicebatch.testkit.oauth.DeviceCodePoll.APPROVED;
import static io.github.devicebatch.testkit.oauth.DeviceCodePoll.DECLINED;
import static io.github.devicebatch.testkit.oauth.DeviceCodePoll.EXPIRED;
import static io.github.devicebatch.testkit.oauth.DeviceCodePoll.PENDING;
import static io.github.devicebatch.testkit.oauth.DeviceCodePoll.SLOW_DOWN;
import static io.github.devicebatch.testkit.support.TokenClient.ON_BEHALF;
import static io.github.devicebatch.testkit.support.TokenClient.PUBLIC_CLIENT;
import static io.github.devicebatch.testkit.support.TokenClient.member;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.TokenClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
record DeviceCodeGrantHandlerTest(FakePartnerCenter partnerCenter, ManualTime time, TokenClient client) {

    private static final Map<String, String> AUTHORIZATION =
            Map.of("client_id", PUBLIC_CLIENT, "scope", ON_BEHALF + " openid profile offline_access");

    @Test
    void issuesTokensAfterTheUserHasSignedIn() throws Exception {
        partnerCenter.tokens().deviceCodes().polls(PENDING, SLOW_DOWN, PENDING, APPROVED);
        String code = member(client.deviceCode(AUTHORIZATION), "device_code");
        assertThat(member(poll(code), "error")).isEqualTo("authorization_pending");
        assertThat(member(poll(code), "error")).isEqualTo("slow_down");
        HttpResponse<String> pending = poll(code);
        assertThat(pending.statusCode()).isEqualTo(400);
        assertThat(member(pending, "error_description")).startsWith("AADSTS70016: Authorization is pending.");
        HttpResponse<String> approved = poll(code);
        assertThat(approved.statusCode()).isEqualTo(200);
        assertThat(member(approved, "scope")).isEqualTo(ON_BEHALF);
        assertThat(partnerCenter.tokens().refresh().current()).containsExactly(member(approved, "refresh_token"));
        assertThat(partnerCenter.tokens().requests("urn:ietf:params:oauth:grant-type:device_code"))
                .isEqualTo(4);
    }

    @Test
    void redeemsACodeOnce() throws Exception {
        String code = member(client.deviceCode(AUTHORIZATION), "device_code");
        assertThat(poll(code).statusCode()).isEqualTo(200);
        assertThat(member(poll(code), "error")).isEqualTo("bad_verification_code");
    }

    @Test
    void reportsThatTheUserDeclined() throws Exception {
        partnerCenter.tokens().deviceCodes().polls(DECLINED);
        HttpResponse<String> response = poll(member(client.deviceCode(AUTHORIZATION), "device_code"));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(member(response, "error")).isEqualTo("authorization_declined");
    }

    @Test
    void reportsAnExpiredCodeAsConfiguredAndAfterItsLifetime() throws Exception {
        partnerCenter.tokens().deviceCodes().polls(EXPIRED, APPROVED);
        String code = member(client.deviceCode(AUTHORIZATION), "device_code");
        assertThat(member(poll(code), "error")).isEqualTo("expired_token");
        time.advance(Duration.ofMinutes(15));
        HttpResponse<String> late = poll(code);
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(member(late, "error")).isEqualTo("expired_token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:ietf:params:oauth:grant-type:device_code", "device_code"})
    void acceptsTheGrantTypeOfTheStandardAndOfTheVendorsLibrary(String grantType) throws Exception {
        String code = member(client.deviceCode(AUTHORIZATION), "device_code");
        assertThat(poll(code, Map.of("grant_type", grantType)).statusCode()).isEqualTo(200);
        assertThat(partnerCenter.tokens().requests("device_code")).isEqualTo(1);
    }

    @Test
    void rejectsACodeOfAnotherApplication() throws Exception {
        partnerCenter.tokens().publicClient("another");
        String code = member(client.deviceCode(AUTHORIZATION), "device_code");
        assertThat(member(poll(code, Map.of("client_id", "another")), "error")).isEqualTo("bad_verification_code");
        assertThat(member(poll("made up"), "error")).isEqualTo("bad_verification_code");
    }

    @Test
    void issuesOnlyTheTokensOfTheScope() throws Exception {
        Map<String, String> authorization = Map.of("client_id", PUBLIC_CLIENT, "scope", ON_BEHALF);
        assertThat(poll(member(client.deviceCode(authorization), "device_code")).body())
                .doesNotContain("refresh_token", "id_token", "client_info");
        assertThat(partnerCenter.tokens().refresh().current()).isEmpty();
    }

    @Test
    void returnsIdTokenAndClientInfoOnRequest() throws Exception {
        String code = member(client.deviceCode(AUTHORIZATION), "device_code");
        HttpResponse<String> response = poll(code, Map.of("client_info", "1"));
        String[] idToken = member(response, "id_token").split("\\.", -1);
        assertThat(idToken).hasSize(3).endsWith("");
        assertThat(decoded(idToken[0])).isEqualTo("{\"typ\":\"JWT\",\"alg\":\"none\"}");
        assertThat(decoded(idToken[1])).contains("\"aud\":\"" + PUBLIC_CLIENT + "\"", "\"preferred_username\":");
        assertThat(decoded(member(response, "client_info"))).startsWith("{\"uid\":\"");
    }

    private HttpResponse<String> poll(String code) throws IOException, InterruptedException {
        return poll(code, Map.of());
    }

    private HttpResponse<String> poll(String code, Map<String, String> changes)
            throws IOException, InterruptedException {
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "client_id",
                PUBLIC_CLIENT,
                "device_code",
                code));
        form.putAll(changes);
        return client.token(form);
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), UTF_8);
    }
}
