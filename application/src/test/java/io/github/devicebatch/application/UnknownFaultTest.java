package io.github.devicebatch.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownFaultTest {

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
