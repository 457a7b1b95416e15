package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceErrorTest {

    @ParameterizedTest
    @CsvSource({"808, ZtdA, 808 ZtdA", "808, , 808", ", ZtdA, ZtdA"})
    void printsNumberAndNameAsPeopleWriteThem(String code, String name, String printed) {
        assertThat(new DeviceError(Optional.ofNullable(code), Optional.ofNullable(name)))
                .hasToString(printed);
    }

    @Test
    void hasACodeOrAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeviceError(Optional.empty(), Optional.empty()))
                .withMessage("a device error has a code or a name");
    }

    @ParameterizedTest
    @CsvSource({"'', ZtdA", "' ', ZtdA", "808, ''", "808, '\t'", "'', ''"})
    void refusesBlankParts(String code, String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeviceError.of(code, name))
                .withMessage("the code or name of a device error is not blank; leave it out");
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> new DeviceError(null, Optional.of("ZtdA")))
                .withMessage("code");
        assertThatNullPointerException()
                .isThrownBy(() -> new DeviceError(Optional.of("808"), null))
                .withMessage("name");
    }
}
