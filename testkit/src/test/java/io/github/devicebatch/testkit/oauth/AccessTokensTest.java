package io.github.devicebatch.testkit.oauth;

import static io.github.devicebatch.testkit.support.TokenClient.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.TokenClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
record AccessTokensTest(FakePartnerCenter partnerCenter, ManualTime time, Client client, TokenClient tokenClient) {

    private AccessTokens tokens() {
        return partnerCenter.tokens().access();
    }

    @BeforeEach
    void script() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
    }

    @Test
    void acceptAnyTokenByDefault() throws Exception {
        assertThat(get("anything").statusCode()).isEqualTo(200);
        tokens().validated();
        assertRejected("800001", "anything");
    }

    @Test
    void acceptOnlyIssuedTokensIfValidated() throws Exception {
        tokens().validated();
        String token = member(tokenClient.token(TokenClient.clientCredentials()), "access_token");
        assertThat(get(token).statusCode()).isEqualTo(200);
        assertRejected("800001", token + "x");
        assertRejected("800001", token.toLowerCase(Locale.ROOT));
    }

    @Test
    void rejectTokensOfAnotherFake() throws Exception {
        tokens().validated();
        try (FakePartnerCenter another = FakePartnerCenter.start(time)) {
            assertRejected("800001", another.tokens().access().issue(AccessTokenKind.APP_ONLY));
        }
    }

    @Test
    void expireOnTheFakesClock() throws Exception {
        String token = tokens().validated().issue(AccessTokenKind.APP_ONLY);
        time.advance(Duration.ofSeconds(3_599).minusMillis(1));
        assertThat(get(token).statusCode()).isEqualTo(200);
        time.advance(Duration.ofMillis(1));
        assertRejected("800001", token);
        String shortLived = tokens().lifetime(Duration.ofSeconds(2)).issue(AccessTokenKind.APP_ONLY);
        assertThat(get(shortLived).statusCode()).isEqualTo(200);
        time.advance(Duration.ofSeconds(2));
        assertRejected("800001", shortLived);
    }

    @Test
    void revokeOneTokenAndAllTokens() throws Exception {
        tokens().validated();
        String one = tokens().issue(AccessTokenKind.APP_ONLY);
        String another = tokens().issue(AccessTokenKind.APP_USER);
        tokens().revoke(one);
        assertRejected("800001", one);
        assertThat(get(another).statusCode()).isEqualTo(200);
        tokens().revokeAll();
        assertRejected("800001", another);
        assertThat(get(tokens().issue(AccessTokenKind.APP_ONLY)).statusCode()).isEqualTo(200);
        assertThat(tokens().issued()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"APP_ONLY", "APP_USER"})
    void acceptTokensOfBothKinds(AccessTokenKind kind) throws Exception {
        assertThat(get(tokens().validated().issue(kind)).statusCode()).isEqualTo(200);
    }

    @Test
    void ignoreTheRevocationOfAnUnknownToken() throws Exception {
        String token = tokens().validated().issue(AccessTokenKind.APP_ONLY);
        tokens().revoke("never issued");
        assertThat(get(token).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, -3_600})
    void refuseANegativeLifetime(long seconds) {
        assertThatThrownBy(() -> tokens().lifetime(Duration.ofSeconds(seconds)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a lifetime must not be negative: PT-");
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
