package io.github.devicebatch.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KnownFaultTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | 400    | TOKEN_REFUSED                  | access token  | new access token
            401 | 800001 | TOKEN_REFUSED                  | access token  | new access token
            401 | 900421 | MULTI_FACTOR_SIGN_IN_MISSING   | without MFA   | sign in
            403 | 2032   | ROLE_LACKS_RIGHT               | role          | Admin agent or Sales agent
            403 | 900150 | ROLE_LACKS_RIGHT               | role          | Admin agent or Sales agent
            403 | 20002  | NO_RELATION_WITH_CUSTOMER      | no relation   | customer id
            403 | 900123 | PARTNER_AGREEMENT_NOT_ACCEPTED | not been      | accept
            403 | 900124 | PARTNER_AGREEMENT_NOT_ACCEPTED | not been      | accept
            400 | 900118 | CUSTOMER_ID_INVALID            | invalid       | Microsoft ID
            404 | 1000   | TRACKING_ID_UNKNOWN            | tracking id   | retry
            404 | 60003  | TENANT_NOT_FOUND               | tenant        | Microsoft ID
            """)
    void isFoundByStatusAndCode(int status, String code, KnownFault known, String meaning, String remedy) {
        assertThat(KnownFault.find(OptionalInt.of(status), new Fault(Optional.of(code), Optional.empty())))
                .contains(known);
        assertThat(known.meaning()).contains(meaning);
        assertThat(known.remedy()).contains(remedy);
    }

    @ParameterizedTest
    @EnumSource
    void speaksInHalfASentence(KnownFault known) {
        assertThat(known.meaning()).matches("\\S.*[^. ]");
        assertThat(known.remedy()).matches("\\S.*[^. ]");
    }

    /** Whose fault it is: the caller's, or one batch's or customer's. */
    @ParameterizedTest
    @CsvSource({
        "TOKEN_REFUSED, true",
        "MULTI_FACTOR_SIGN_IN_MISSING, true",
        "ROLE_LACKS_RIGHT, true",
        "PARTNER_AGREEMENT_NOT_ACCEPTED, true",
        "NO_RELATION_WITH_CUSTOMER, false",
        "CUSTOMER_ID_INVALID, false",
        "TRACKING_ID_UNKNOWN, false",
        "TENANT_NOT_FOUND, false"
    })
    void concernsTheCallerOrOneBatch(KnownFault known, boolean concernsCaller) {
        assertThat(known.concernsCaller()).isEqualTo(concernsCaller);
    }

    @Nested
    class Unlisted {

        @ParameterizedTest
        @CsvSource({
            "400, 400",
            "403, 900421",
            "401, 2032",
            "404, 20002",
            "400, 1000",
            "500, 1000",
            "404, 01000",
            "404, 999",
            "401, ''",
            "0, 1000"
        })
        void isNotFoundByTheCodeUnderAnotherStatus(int status, String code) {
            assertThat(KnownFault.find(OptionalInt.of(status), new Fault(Optional.of(code), Optional.empty())))
                    .isEmpty();
        }

        @Test
        void isNotFoundWithoutAStatusOrACode() {
            assertThat(KnownFault.find(OptionalInt.empty(), Fault.of("1000", "words")))
                    .isEmpty();
            assertThat(KnownFault.find(OptionalInt.of(404), Fault.UNEXPLAINED)).isEmpty();
        }

        @Test
        void refusesNull() {
            assertThatNullPointerException().isThrownBy(() -> KnownFault.find(null, Fault.UNEXPLAINED));
            assertThatNullPointerException().isThrownBy(() -> KnownFault.find(OptionalInt.of(503), null));
        }
    }
}
