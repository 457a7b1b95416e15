package io.github.devicebatch.testkit;

import static io.github.devicebatch.testkit.TokenClient.APPLICATION;
import static io.github.devicebatch.testkit.TokenClient.TENANT;
import static io.github.devicebatch.testkit.TokenClient.TOKEN_PATH;
import static io.github.devicebatch.testkit.TokenClient.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssertionCheckTest {

    private static final ApplicationCertificate CERTIFICATE = ApplicationCertificate.create();
    private static final ApplicationCertificate ANOTHER = ApplicationCertificate.create();

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

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256"})
    void takesWhatTheRegisteredCertificatesKeySigned(String algorithm) throws Exception {
        assertion.header().put("alg", "\"" + algorithm + "\"");
        assertThat(client.token(assertion.form()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"x5t#S256, SHA-256", "x5t, SHA-1"})
    void findsTheCertificateByEitherThumbprintInEitherAlphabet(String name, String digest) throws Exception {
        byte[] hash = ClientAssertion.digest(digest, CERTIFICATE.certificate());
        assertion.header().remove("x5t#S256");
        assertion.header().put(name, "\"" + ClientAssertion.url(hash) + "\"");
        assertThat(client.token(assertion.form()).statusCode()).isEqualTo(200);
        assertion.header().put(name, "\"" + Base64.getEncoder().encodeToString(hash) + "\"");
        assertThat(client.token(assertion.form()).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAnAssertionThatNamesNoCertificate() throws Exception {
        assertion.header().remove("x5t#S256");
        assertRefused(700_027, assertion.form());
    }

    @Test
    void refusesAnAssertionThatNamesAnotherCertificate() throws Exception {
        byte[] hash = ClientAssertion.digest("SHA-256", ANOTHER.certificate());
        assertion.header().put("x5t#S256", "\"" + ClientAssertion.url(hash) + "\"");
        assertRefused(700_027, assertion.form());
    }

    @Test
    void refusesWhatAnotherKeySigned() throws Exception {
        ClientAssertion forged = new ClientAssertion(ANOTHER, assertion.header(), assertion.claims());
        assertRefused(700_027, forged.form());
        assertRefused(700_027, ClientAssertion.of(ANOTHER, time.instant()).form());
    }

    @Test
    void refusesATamperedAssertion() throws Exception {
        String[] parts = assertion.signed().split("\\.");
        assertion.claims().put("exp", "99999999999");
        String[] later = assertion.signed().split("\\.");
        assertRefused(700_027, ClientAssertion.form(parts[0] + "." + later[1] + "." + parts[2]));
        char first = parts[2].charAt(0) == 'A' ? 'B' : 'A';
        assertRefused(700_027, ClientAssertion.form(parts[0] + "." + parts[1] + "." + first + parts[2].substring(1)));
        assertRefused(700_027, ClientAssertion.form(parts[0] + "." + parts[1] + "."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "RS1", "rs256"})
    void refusesOtherAlgorithms(String algorithm) throws Exception {
        assertion.header().put("alg", "\"" + algorithm + "\"");
        assertRefused(700_027, assertion.form());
    }

    @Test
    void refusesAnAlgorithmThatIsNotTheOneItWasSignedWith() throws Exception {
        String[] parts = assertion.signed().split("\\.");
        assertion.header().put("alg", "\"PS256\"");
        String[] pss = assertion.signed().split("\\.");
        assertRefused(700_027, ClientAssertion.form(pss[0] + "." + pss[1] + "." + parts[2]));
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

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b", "a.b.c", "e30.e30", "e30.e30.!!", "e30.W10.AA", "e30.eyJ4IjoxfXg.AA", "...."})
    void refusesWhatIsNoToken(String text) throws Exception {
        HttpResponse<String> response = client.token(ClientAssertion.form(text));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(member(response, "error_description")).startsWith("AADSTS50027: ");
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
        assertThatThrownBy(
                        () -> partnerCenter.tokens().application(APPLICATION, new Authority("Elliptic").certificate()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an application's certificate has an RSA key, and not one of the kind EC");
    }

    private void assertRefused(long code, Map<String, String> form) throws IOException, InterruptedException {
        HttpResponse<String> response = client.token(form);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(member(response, "error")).isEqualTo("invalid_client");
        assertThat(member(response, "error_description")).startsWith("AADSTS" + code + ": ");
    }
}
