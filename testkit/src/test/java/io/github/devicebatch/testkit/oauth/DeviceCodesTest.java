package io.github.devicebatch.testkit.oauth;

import static io.github.devicebatch.testkit.support.TokenClient.ON_BEHALF;
import static io.github.devicebatch.testkit.support.TokenClient.PUBLIC_CLIENT;
import static io.github.devicebatch.testkit.support.TokenClient.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.TokenClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
record DeviceCodesTest(FakePartnerCenter partnerCenter, TokenClient client) {

    private static Map<String, String> authorization() {
        return new HashMap<>(Map.of("client_id", PUBLIC_CLIENT, "scope", ON_BEHALF + " openid profile offline_access"));
    }

    @Test
    void returnACodeAndItsVerificationUri() throws Exception {
        DeviceCodes codes = partnerCenter.tokens().deviceCodes();
        codes.interval(Duration.ofSeconds(7)).lifetime(Duration.ofMinutes(3));
        assertThat(codes.latestUserCode()).isEmpty();
        HttpResponse<String> response = client.deviceCode(authorization());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(member(response, "user_code")).matches("[A-Z0-9]{9}");
        assertThat(codes.latestUserCode()).contains(member(response, "user_code"));
        assertThat(member(response, "device_code")).hasSize(65);
        assertThat(member(response, "verification_uri")).isEqualTo("https://microsoft.com/devicelogin");
        assertThat(member(response, "expires_in")).isEqualTo("180");
        assertThat(member(response, "interval")).isEqualTo("7");
        assertThat(member(response, "message"))
                .isEqualTo("To sign in, use a web browser to open the page https://microsoft.com/devicelogin and enter"
                        + " the code " + member(response, "user_code") + " to authenticate.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "scope"})
    void requireClientIdAndScope(String parameter) throws Exception {
        Map<String, String> authorization = authorization();
        authorization.remove(parameter);
        assertThat(member(client.deviceCode(authorization), "error_description"))
                .startsWith(
                        "AADSTS900144: The request body must contain the following parameter: '" + parameter + "'.");
    }

    @Test
    void rejectAnUnregisteredApplication() throws Exception {
        Map<String, String> authorization = authorization();
        authorization.put("client_id", "another");
        assertThat(member(client.deviceCode(authorization), "error")).isEqualTo("unauthorized_client");
    }

    @Test
    void sendQueuedRepliesFirst() throws Exception {
        partnerCenter.tokens().deviceCodeReplies(Reply.html(502, "no"), Reply.empty(200));
        assertThat(client.deviceCode(authorization()).statusCode()).isEqualTo(502);
        assertThat(client.deviceCode(authorization()).body()).isEmpty();
        assertThat(member(client.deviceCode(authorization()), "user_code")).isNotEmpty();
    }

    @Test
    void requireAtLeastOnePollResult() {
        assertThatThrownBy(partnerCenter.tokens().deviceCodes()::polls)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least one poll result is required");
    }
}
