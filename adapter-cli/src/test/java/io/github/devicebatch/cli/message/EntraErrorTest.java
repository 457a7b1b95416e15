package io.github.devicebatch.cli.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EntraErrorTest {

    @ParameterizedTest
    @CsvSource({
        "invalid_grant, AADSTS700082: inactive, REFRESH_TOKEN_EXPIRED",
        "invalid_grant, AADSTS50173: revoked, REFRESH_TOKEN_REVOKED",
        "invalid_grant, AADSTS70000: malformed, REFRESH_TOKEN_UNKNOWN",
        "interaction_required, AADSTS50076: another factor, SECOND_FACTOR_MISSING",
        "invalid_grant, AADSTS65001: no consent, CONSENT_MISSING",
        "invalid_client, AADSTS7000215: wrong secret, CLIENT_SECRET_WRONG",
        "invalid_client, AADSTS7000222: secret expired, CLIENT_SECRET_EXPIRED",
        "invalid_client, AADSTS700027: signature, CLIENT_CERTIFICATE_UNKNOWN",
        "invalid_client, AADSTS7000218: no secret, CREDENTIAL_MISSING",
        "invalid_client, AADSTS700025: public, CREDENTIAL_UNWANTED",
        "unauthorized_client, AADSTS700016: no app, APP_UNKNOWN",
        "invalid_request, AADSTS90002: no tenant, TENANT_UNKNOWN",
        "invalid_resource, AADSTS500011: no resource, PARTNER_CENTER_UNKNOWN",
        "access_denied, AADSTS53003: blocked, BLOCKED",
        "interaction_required, AADSTS50097: device, DEVICE_NOT_MANAGED",
        "interaction_required, AADSTS53000: not compliant, DEVICE_NOT_MANAGED",
        "invalid_grant, AADSTS700007: another client, REFRESH_TOKEN_OF_ANOTHER_APP",
        "invalid_grant, AADSTS50055: password, PASSWORD_EXPIRED",
        "invalid_grant, AADSTS50020: guest, ACCOUNT_NOT_IN_TENANT",
        "invalid_client, AADSTS7000216: no assertion, CREDENTIAL_MISSING",
        "invalid_grant, AADSTS90033: unavailable, FAILING",
    })
    void isFoundByItsNumber(String code, String description, EntraError error) {
        assertThat(EntraError.find(Fault.of(code, description))).contains(error);
    }

    @Test
    void ignoresANumberWithTooManyDigits() {
        assertThat(EntraError.find(Fault.of("x", "AADSTS99999999999999999999"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void hasAMeaningAndARemedy(EntraError error) {
        assertThat(error.meaning()).hasSizeGreaterThan(15).doesNotEndWith(".");
        assertThat(error.remedy()).hasSizeGreaterThan(8).doesNotEndWith(".");
    }

    @Test
    void aNumberIsOfOneKind() {
        List<Integer> numbers = Arrays.stream(EntraError.values())
                .flatMap(error -> error.numbers().stream())
                .toList();
        assertThat(numbers).hasSizeGreaterThan(80).doesNotHaveDuplicates();
    }

    /** The remedy for each sign-in flow. */
    @Nested
    class ForASignInFlow {

        @ParameterizedTest
        @EnumSource
        void theAdviceDuringLoginIsNotToRunItAgainAfterLogin(EntraError error) {
            assertThat(error.remedy(SignInFlow.DEVICE_CODE)).doesNotContain("sign in again with devicebatch login");
        }

        @ParameterizedTest
        @EnumSource
        void theAdviceWithoutAUserIsNotToSignIn(EntraError error) {
            for (SignInFlow flow : List.of(
                    SignInFlow.APP_ONLY_BY_SECRET, SignInFlow.APP_ONLY_BY_CERTIFICATE, SignInFlow.GIVEN_TOKEN)) {
                assertThat(error.remedy(flow)).isNotEmpty().doesNotContain("devicebatch login");
            }
            assertThat(error.meaning(SignInFlow.APP_ONLY_BY_SECRET)).doesNotContain("the user has to");
        }

        @ParameterizedTest
        @CsvSource({"APP_ONLY_BY_SECRET, --client-secret-file", "APP_ONLY_BY_CERTIFICATE, --client-certificate"})
        void invalidGrantOfAnAppNamesItsCredential(SignInFlow flow, String credential) {
            EntraError error = EntraError.find(Fault.of("invalid_grant", "AADSTS70000x: ?"))
                    .orElseThrow();

            assertThat(error.meaning(flow))
                    .isEqualTo("the identity platform does not accept the sign-in of the app, and no user takes part");
            assertThat(error.remedy(flow)).contains("check --tenant, --client-id and the ", credential);
        }

        @Test
        void aManagedDeviceIsNoMatterOfSigningInAgain() {
            for (SignInFlow flow : SignInFlow.values()) {
                assertThat(EntraError.DEVICE_NOT_MANAGED.remedy(flow))
                        .contains("have an administrator exclude this app", "signing in again does not help");
            }
        }
    }

    @Nested
    class WithoutAKnownNumber {

        @ParameterizedTest
        @CsvSource({
            "invalid_grant, SIGN_IN_NEEDED",
            "invalid_client, APP_NOT_RECOGNISED",
            "authorization_declined, DECLINED",
            "expired_token, CODE_EXPIRED",
            "invalid_scope, NOT_EXPLAINED",
        })
        void isFoundByTheOAuthErrorCode(String code, EntraError error) {
            assertThat(EntraError.find(Fault.of(code, "AADSTS999999999: new"))).contains(error);
            assertThat(EntraError.find(new Fault(Optional.of(code), Optional.empty())))
                    .contains(error);
        }

        @Test
        void isNotFoundForAFaultOfPartnerCenter() {
            assertThat(EntraError.find(Fault.of("800001", "The access token is expired.")))
                    .isEmpty();
            assertThat(EntraError.find(Fault.UNEXPLAINED)).isEmpty();
        }
    }
}
