package io.github.devicebatch.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KnownFaultTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | 400    | TOKEN_REFUSED                  | access token  | new access token
            401 | 800001 | TOKEN_REFUSED                  | access token  | new access token
            401 | 900421 | MULTI_FACTOR_SIGN_IN_MISSING   | multi-factor  | sign in
            403 | 2032   | ROLE_LACKS_RIGHT               | role          | Admin agent or Sales agent
            403 | 900150 | ROLE_LACKS_RIGHT               | role          | Admin agent or Sales agent
            403 | 20002  | NO_RELATION_WITH_CUSTOMER      | no relation   | customer id
            403 | 900123 | PARTNER_AGREEMENT_NOT_ACCEPTED | not been      | accept
            403 | 900124 | PARTNER_AGREEMENT_NOT_ACCEPTED | not been      | accept
            400 | 900118 | CUSTOMER_ID_INVALID            | invalid       | Microsoft ID
            404 | 1000   | TRACKING_ID_UNKNOWN            | tracking id   | ask again
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
}
