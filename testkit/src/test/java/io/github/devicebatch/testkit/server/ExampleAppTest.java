package io.github.devicebatch.testkit.server;

import static io.github.devicebatch.testkit.support.TokenClient.ON_BEHALF;
import static io.github.devicebatch.testkit.support.TokenClient.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.TokenClient;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The example app and its user, over a socket. */
class ExampleAppTest {

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(time);
    private final Client client = Client.of(partnerCenter);
    private final TokenClient tokens = TokenClient.of(partnerCenter);

    @BeforeEach
    void turnOn() {
        partnerCenter.control().exampleApp(true);
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
    }

    @AfterEach
    void close() {
        tokens.close();
        client.close();
        partnerCenter.close();
    }

    private HttpResponse<String> deviceCode() throws Exception {
        return tokens.deviceCode(
                Map.of("client_id", ExampleApp.CLIENT_ID, "scope", ON_BEHALF + " openid profile offline_access"));
    }

    private HttpResponse<String> poll(HttpResponse<String> code) throws Exception {
        return tokens.token(Map.of(
                "client_id",
                ExampleApp.CLIENT_ID,
                "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "device_code",
                member(code, "device_code")));
    }

    private HttpResponse<String> enter(String form, String... headers) throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(Map.of("Content-Type", "application/x-www-form-urlencoded"));
        for (int index = 0; index < headers.length; index += 2) {
            all.put(headers[index], headers[index + 1]);
        }
        return client.http()
                .send(
                        client.request("/devicelogin", all)
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString());
    }

    private int statusWith(String token) throws IOException, InterruptedException {
        Map<String, String> headers = Client.headers();
        headers.put("Authorization", "Bearer " + token);
        return client.get(Client.path(Batches.REFERENCE), headers).statusCode();
    }

    @Test
    void theAppSignsInWithItsSecret() throws Exception {
        HttpResponse<String> reply = tokens.token(Map.of(
                "client_id",
                ExampleApp.CLIENT_ID,
                "client_secret",
                ExampleApp.CLIENT_SECRET,
                "grant_type",
                "client_credentials",
                "scope",
                "https://api.partnercenter.microsoft.com/.default"));

        assertThat(statusWith(member(reply, "access_token"))).isEqualTo(200);
        assertThat(statusWith("another")).isEqualTo(401);
    }

    @Test
    void theUserSignsInOnThePageOfTheFake() throws Exception {
        HttpResponse<String> code = deviceCode();
        assertThat(member(code, "verification_uri")).isEqualTo(partnerCenter.baseUrl() + "/devicelogin");
        assertThat(member(poll(code), "error")).isEqualTo("authorization_pending");

        assertThat(client.get("/devicelogin", Map.of("Accept", "text/html")).body())
                .contains("<input name=\"code\"", "method=\"post\"");
        HttpResponse<String> entered = enter(
                "code=" + member(code, "user_code") + "&answer=approve",
                "Accept",
                "text/html",
                "Sec-Fetch-Site",
                "same-origin");

        assertThat(entered.body()).contains("Signed in. Return to the command.");
        assertThat(statusWith(member(poll(code), "access_token"))).isEqualTo(200);
    }

    @Test
    void aProgramEntersTheCodeInLowerCaseAndWithSpaces() throws Exception {
        HttpResponse<String> code = deviceCode();
        String userCode = member(code, "user_code").toLowerCase(Locale.ROOT);

        assertThat(enter("code=+" + userCode.substring(0, 4) + "+" + userCode.substring(4))
                        .body())
                .isEqualTo("Signed in. Return to the command.\n");
        assertThat(poll(code).statusCode()).isEqualTo(200);
    }

    @Test
    void theUserDeclines() throws Exception {
        HttpResponse<String> code = deviceCode();

        assertThat(enter("answer=decline&code=" + member(code, "user_code")).body())
                .isEqualTo("Declined.\n");
        assertThat(member(poll(code), "error")).isEqualTo("authorization_declined");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code=WRONG", "code=", "", "code=A&code=B", "other=x"})
    void anUnknownCodeIsReported(String form) throws Exception {
        deviceCode();
        HttpResponse<String> reply = enter(form);

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).startsWith("There is no such code");
    }

    @Test
    void aCodeIsDecidedOnceAndUntilItExpires() throws Exception {
        String used = member(deviceCode(), "user_code");
        assertThat(enter("code=" + used).statusCode()).isEqualTo(200);
        assertThat(enter("answer=decline&code=" + used).statusCode()).isEqualTo(400);

        HttpResponse<String> late = deviceCode();
        time.advance(Duration.ofMinutes(15));
        assertThat(enter("code=" + member(late, "user_code")).statusCode()).isEqualTo(400);
        assertThat(member(poll(late), "error")).isEqualTo("expired_token");
    }

    @ParameterizedTest
    @CsvSource({"cross-site, 403", "same-site, 403", "same-origin, 200", "none, 200"})
    void aFormOfAnotherSiteIsRejected(String site, int status) throws Exception {
        assertThat(enter("code=" + member(deviceCode(), "user_code"), "Sec-Fetch-Site", site)
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void aResetKeepsTheAppAndRevokesItsTokens() throws Exception {
        String before = partnerCenter.tokens().refresh().issue(ExampleApp.CLIENT_ID);
        partnerCenter.control().reset();

        assertThat(partnerCenter.tokens().refresh().accepts(before)).isFalse();
        HttpResponse<String> code = deviceCode();
        assertThat(enter("code=" + member(code, "user_code")).statusCode()).isEqualTo(200);
        assertThat(poll(code).statusCode()).isEqualTo(200);
        assertThat(statusWith("another")).isEqualTo(401);
    }

    @Test
    void withoutItThereIsNoPage() throws Exception {
        try (FakePartnerCenter plain = FakePartnerCenter.start();
                Client other = Client.of(plain)) {
            assertThat(other.get("/devicelogin", Map.of()).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void tokensAreNotCheckedUnlessAskedFor() throws Exception {
        try (FakePartnerCenter plain = FakePartnerCenter.start();
                Client other = Client.of(plain)) {
            plain.control().exampleApp(false);
            plain.script(Batches.REFERENCE).then(Batches.queued());
            assertThat(other.requestStatus(Batches.REFERENCE).statusCode()).isEqualTo(200);
        }
    }
}
