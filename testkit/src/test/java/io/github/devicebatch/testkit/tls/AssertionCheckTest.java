package io.github.devicebatch.testkit.tls;

import static io.github.devicebatch.testkit.support.TokenClient.APPLICATION;
import static io.github.devicebatch.testkit.support.TokenClient.TENANT;
import static io.github.devicebatch.testkit.support.TokenClient.TOKEN_PATH;
import static io.github.devicebatch.testkit.support.TokenClient.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.oauth.ApplicationCertificate;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.ClientAssertion;
import io.github.devicebatch.testkit.support.TokenClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssertionCheckTest {

    private static final ApplicationCertificate CERTIFICATE = ApplicationCertificate.create();

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(time);
    private final TokenClient client = TokenClient.of(partnerCenter);
    private final ClientAssertion assertion = ClientAssertion.of(CERTIFICATE, time.instant());

    AssertionCheckTest() {
        partnerCenter.tokens().application(APPLICATION, CERTIFICATE.certificate());
    }

    @AfterEach
    void close() {
        client.close();
        partnerCenter.close();
    }

    @Test
    void refusesAnAssertionBeforeItsBeginningAndFromItsEndOn() throws Exception {
        Map<String, String> form = assertion.form();
        assertThat(client.token(form).statusCode()).isEqualTo(200);
        time.advance(Duration.ofSeconds(599));
        assertThat(client.token(form).statusCode()).isEqualTo(200);
        time.advance(Duration.ofSeconds(1));
        assertRefused(700_024, form);
        assertion.claims().put("nbf", Long.toString(time.instant().getEpochSecond() + 1));
        assertion.claims().put("exp", Long.toString(time.instant().getEpochSecond() + 600));
        assertRefused(700_024, assertion.form());
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "sub"})
    void refusesAnAssertionAboutAnotherApplication(String claim) throws Exception {
        assertion.claims().put(claim, "\"" + TokenClient.PUBLIC_CLIENT + "\"");
        assertRefused(50_013, assertion.form());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.microsoftonline.com/" + TENANT + "/v2.0",
                "https://LOGIN.microsoftonline.us" + TOKEN_PATH,
                "https:\\/\\/login.chinacloudapi.cn" + TOKEN_PATH
            })
    void takesEveryAudienceThatMeansThisEndpoint(String audience) throws Exception {
        assertion.claims().put("aud", "\"" + audience + "\"");
        assertThat(client.token(assertion.form()).statusCode()).isEqualTo(200);
    }

    @Test
    void takesItsOwnAddressForAnAudience() throws Exception {
        String address = "127.0.0.1:" + partnerCenter.baseUrl().getPort();
        assertion.claims().put("aud", "\"https://" + address + TOKEN_PATH + "\"");
        assertThat(client.token(assertion.form()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example" + TOKEN_PATH,
                "http://login.microsoftonline.com" + TOKEN_PATH,
                "https://login.microsoftonline.com/another/oauth2/v2.0/token",
                "https://login.microsoftonline.com"
            })
    void refusesAnotherAudience(String audience) throws Exception {
        assertion.claims().put("aud", "\"" + audience + "\"");
        assertRefused(50_013, assertion.form());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aud", "iss", "sub", "exp"})
    void refusesAnAssertionThatLacksAClaim(String claim) throws Exception {
        assertion.claims().remove(claim);
        assertRefused(50_027, assertion.form());
    }

    @Test
    void wantsToKnowTheTypeOfTheAssertion() throws Exception {
        Map<String, String> form = assertion.form();
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:saml2-bearer");
        assertThat(member(client.token(form), "error_description")).startsWith("AADSTS90023: ");
        form.remove("client_assertion_type");
        assertThat(member(client.token(form), "error_description"))
                .startsWith("AADSTS900144: The request body must contain the following parameter:"
                        + " 'client_assertion_type'.");
    }

    @Test
    void registersNoCertificateWhoseKeyCannotSignAssertions() {
        assertThatThrownBy(() -> partnerCenter
                        .tokens()
                        .application(APPLICATION, new CertificateAuthority("Elliptic").certificate()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the certificate must have an RSA key, not EC");
    }

    private void assertRefused(long code, Map<String, String> form) throws IOException, InterruptedException {
        HttpResponse<String> response = client.token(form);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(member(response, "error")).isEqualTo("invalid_client");
        assertThat(member(response, "error_description")).startsWith("AADSTS" + code + ": ");
    }
}
