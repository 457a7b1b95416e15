package io.github.devicebatch.cli.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.Fault;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A refusal that no number explains, and what is said of each. */
class SignInRefusalWordsTest {

    @ParameterizedTest
    @CsvSource({
        "invalid_grant, SIGN_IN_NEEDED",
        "invalid_client, APP_NOT_RECOGNISED",
        "authorization_declined, DECLINED",
        "expired_token, CODE_EXPIRED",
        "invalid_scope, NOT_EXPLAINED",
    })
    void isFoundByTheWordIfTheNumberIsNewOrMissing(String code, EntraError refusal) {
        assertThat(EntraError.find(Fault.of(code, "AADSTS999999999: new"))).contains(refusal);
        assertThat(EntraError.find(new Fault(Optional.of(code), Optional.empty())))
                .contains(refusal);
    }

    @Test
    void isNothingThatPartnerCenterSays() {
        assertThat(EntraError.find(Fault.of("800001", "The access token is expired.")))
                .isEmpty();
        assertThat(EntraError.find(Fault.UNEXPLAINED)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatItMeansAndWhatHelps(EntraError refusal) {
        assertThat(refusal.meaning()).hasSizeGreaterThan(15).doesNotEndWith(".");
        assertThat(refusal.remedy()).hasSizeGreaterThan(8).doesNotEndWith(".");
    }
}
