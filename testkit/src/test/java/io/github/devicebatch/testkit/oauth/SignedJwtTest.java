package io.github.devicebatch.testkit.oauth;

import static io.github.devicebatch.testkit.support.TokenClient.APPLICATION;
import static io.github.devicebatch.testkit.support.TokenClient.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.ClientAssertion;
import io.github.devicebatch.testkit.support.TokenClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedJwtTest {

    private static final ApplicationCertificate CERTIFICATE = ApplicationCertificate.create();
    private static final ApplicationCertificate ANOTHER = ApplicationCertificate.create();

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(time);
    private final TokenClient client = TokenClient.of(partnerCenter);
    private final ClientAssertion assertion = ClientAssertion.of(CERTIFICATE, time.instant());

    SignedJwtTest() {
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

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b", "a.b.c", "e30.e30", "e30.e30.!!", "e30.W10.AA", "e30.eyJ4IjoxfXg.AA", "...."})
    void refusesWhatIsNoToken(String text) throws Exception {
        HttpResponse<String> response = client.token(ClientAssertion.form(text));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(member(response, "error_description")).startsWith("AADSTS50027: ");
    }

    private void assertRefused(long code, Map<String, String> form) throws IOException, InterruptedException {
        HttpResponse<String> response = client.token(form);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(member(response, "error")).isEqualTo("invalid_client");
        assertThat(member(response, "error_description")).startsWith("AADSTS" + code + ": ");
    }
}
