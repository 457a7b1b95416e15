package io.github.devicebatch.testkit.oauth;

import static io.github.devicebatch.testkit.support.TokenClient.APPLICATION;
import static io.github.devicebatch.testkit.support.TokenClient.TENANT;
import static io.github.devicebatch.testkit.support.TokenClient.TOKEN_PATH;
import static io.github.devicebatch.testkit.support.TokenClient.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.SignedAssertion;
import io.github.devicebatch.testkit.support.TokenClient;
import io.github.devicebatch.testkit.tls.CertificateAuthority;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
class ClientAssertionTest {

    private static final ApplicationCertificate CERTIFICATE = ApplicationCertificate.create();
    private static final ApplicationCertificate ANOTHER = ApplicationCertificate.create();

    private final FakePartnerCenter partnerCenter;
    private final ManualTime time;
    private final TokenClient client;
    private final SignedAssertion assertion;

    ClientAssertionTest(FakePartnerCenter partnerCenter, ManualTime time, TokenClient client) {
        this.partnerCenter = partnerCenter;
        this.time = time;
        this.client = client;
        this.assertion = SignedAssertion.of(CERTIFICATE, time.instant());
        partnerCenter.tokens().application(APPLICATION, CERTIFICATE.certificate());
    }

    @Nested
    class Signature {

        @ParameterizedTest
        @ValueSource(strings = {"RS256", "PS256"})
        void acceptsTheSignatureOfARegisteredCertificate(String algorithm) throws Exception {
            assertion.header().put("alg", "\"" + algorithm + "\"");
            assertThat(client.token(assertion.form()).statusCode()).isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource({"x5t#S256, SHA-256", "x5t, SHA-1"})
        void acceptsBothThumbprintsInBothAlphabets(String name, String digest) throws Exception {
            byte[] hash = SignedAssertion.digest(digest, CERTIFICATE.certificate());
            assertion.header().remove("x5t#S256");
            assertion.header().put(name, "\"" + SignedAssertion.url(hash) + "\"");
            assertThat(client.token(assertion.form()).statusCode()).isEqualTo(200);
            assertion.header().put(name, "\"" + Base64.getEncoder().encodeToString(hash) + "\"");
            assertThat(client.token(assertion.form()).statusCode()).isEqualTo(200);
        }

        @Test
        void rejectsAnAssertionWithoutThumbprint() throws Exception {
            assertion.header().remove("x5t#S256");
            assertRejected(700_027, assertion.form());
        }

        @Test
        void rejectsTheThumbprintOfAnotherCertificate() throws Exception {
            byte[] hash = SignedAssertion.digest("SHA-256", ANOTHER.certificate());
            assertion.header().put("x5t#S256", "\"" + SignedAssertion.url(hash) + "\"");
            assertRejected(700_027, assertion.form());
        }

        @Test
        void rejectsTheSignatureOfAnotherKey() throws Exception {
            SignedAssertion forged = new SignedAssertion(ANOTHER, assertion.header(), assertion.claims());
            assertRejected(700_027, forged.form());
            assertRejected(700_027, SignedAssertion.of(ANOTHER, time.instant()).form());
        }

        @Test
        void rejectsAChangedAssertion() throws Exception {
            String[] parts = assertion.signed().split("\\.");
            assertion.claims().put("exp", "99999999999");
            String[] later = assertion.signed().split("\\.");
            assertRejected(700_027, SignedAssertion.form(parts[0] + "." + later[1] + "." + parts[2]));
            char first = parts[2].charAt(0) == 'A' ? 'B' : 'A';
            assertRejected(
                    700_027, SignedAssertion.form(parts[0] + "." + parts[1] + "." + first + parts[2].substring(1)));
            assertRejected(700_027, SignedAssertion.form(parts[0] + "." + parts[1] + "."));
        }

        @ParameterizedTest
        @ValueSource(strings = {"none", "HS256", "RS1", "rs256"})
        void rejectsOtherAlgorithms(String algorithm) throws Exception {
            assertion.header().put("alg", "\"" + algorithm + "\"");
            assertRejected(700_027, assertion.form());
        }

        @Test
        void rejectsAnotherAlgorithmThanThatOfTheSignature() throws Exception {
            String[] parts = assertion.signed().split("\\.");
            assertion.header().put("alg", "\"PS256\"");
            String[] pss = assertion.signed().split("\\.");
            assertRejected(700_027, SignedAssertion.form(pss[0] + "." + pss[1] + "." + parts[2]));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"x", "a.b", "a.b.c", "e30.e30", "e30.e30.!!", "e30.W10.AA", "e30.eyJ4IjoxfXg.AA", "...."})
        void rejectsTextThatIsNotAnAssertion(String text) throws Exception {
            HttpResponse<String> response = client.token(SignedAssertion.form(text));
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(member(response, "error_description")).startsWith("AADSTS50027: ");
        }
    }

    @Nested
    class Claims {

        @Test
        void rejectsAnAssertionOutsideItsValidityPeriod() throws Exception {
            Map<String, String> form = assertion.form();
            assertThat(client.token(form).statusCode()).isEqualTo(200);
            time.advance(Duration.ofSeconds(599));
            assertThat(client.token(form).statusCode()).isEqualTo(200);
            time.advance(Duration.ofSeconds(1));
            assertRejected(700_024, form);
            assertion.claims().put("nbf", Long.toString(time.instant().getEpochSecond() + 1));
            assertion.claims().put("exp", Long.toString(time.instant().getEpochSecond() + 600));
            assertRejected(700_024, assertion.form());
        }

        @ParameterizedTest
        @ValueSource(strings = {"iss", "sub"})
        void rejectsAnAssertionOfAnotherApplication(String claim) throws Exception {
            assertion.claims().put(claim, "\"" + TokenClient.PUBLIC_CLIENT + "\"");
            assertRejected(50_013, assertion.form());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://login.microsoftonline.com/" + TENANT + "/v2.0",
                    "https://LOGIN.microsoftonline.us" + TOKEN_PATH,
                    "https:\\/\\/login.chinacloudapi.cn" + TOKEN_PATH
                })
        void acceptsEveryAudienceOfThisEndpoint(String audience) throws Exception {
            assertion.claims().put("aud", "\"" + audience + "\"");
            assertThat(client.token(assertion.form()).statusCode()).isEqualTo(200);
        }

        @Test
        void acceptsItsOwnAddressAsAudience() throws Exception {
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
        void rejectsAnotherAudience(String audience) throws Exception {
            assertion.claims().put("aud", "\"" + audience + "\"");
            assertRejected(50_013, assertion.form());
        }

        @ParameterizedTest
        @ValueSource(strings = {"aud", "iss", "sub", "exp"})
        void rejectsAnAssertionWithoutARequiredClaim(String claim) throws Exception {
            assertion.claims().remove(claim);
            assertRejected(50_027, assertion.form());
        }

        @Test
        void requiresTheAssertionType() throws Exception {
            Map<String, String> form = assertion.form();
            form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:saml2-bearer");
            assertThat(member(client.token(form), "error_description")).startsWith("AADSTS90023: ");
            form.remove("client_assertion_type");
            assertThat(member(client.token(form), "error_description"))
                    .startsWith("AADSTS900144: The request body must contain the following parameter:"
                            + " 'client_assertion_type'.");
        }

        @Test
        void refusesACertificateWithoutAnRsaKey() {
            assertThatThrownBy(() -> partnerCenter
                            .tokens()
                            .application(APPLICATION, new CertificateAuthority("Elliptic").certificate()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the certificate must have an RSA key, not EC");
        }
    }

    private void assertRejected(long code, Map<String, String> form) throws IOException, InterruptedException {
        HttpResponse<String> response = client.token(form);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(member(response, "error")).isEqualTo("invalid_client");
        assertThat(member(response, "error_description")).startsWith("AADSTS" + code + ": ");
    }
}
