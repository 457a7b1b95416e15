package io.github.devicebatch.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest {

    @ParameterizedTest
    @CsvSource({
        "900421, no second factor, 900421: no second factor",
        "900421, , 900421",
        ", no second factor, no second factor",
        ", , ''"
    })
    void printsWhatWasSaidInOneLine(String code, String description, String printed) {
        assertThat(new Fault(Optional.ofNullable(code), Optional.ofNullable(description)))
                .hasToString(printed);
    }

    @Test
    void holdsACodeAndADescription() {
        assertThat(Fault.of("1000", "no such job"))
                .isEqualTo(new Fault(Optional.of("1000"), Optional.of("no such job")));
    }

    @Test
    void holdsNeitherIfTheServiceSaidNothing() {
        assertThat(Fault.UNEXPLAINED).isEqualTo(new Fault(Optional.empty(), Optional.empty()));
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Fault(null, Optional.empty()))
                .withMessage("code");
        assertThatNullPointerException()
                .isThrownBy(() -> new Fault(Optional.empty(), null))
                .withMessage("description");
        assertThatNullPointerException().isThrownBy(() -> Fault.of(null, "words"));
        assertThatNullPointerException().isThrownBy(() -> Fault.of("1000", null));
    }
}
