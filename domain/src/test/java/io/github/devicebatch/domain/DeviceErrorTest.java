package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
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

    @Nested
    class Lookup {

        @ParameterizedTest
        @CsvSource({
            "808, ZtdDeviceAssignedToOtherTenant, ZTD_DEVICE_ASSIGNED_TO_OTHER_TENANT",
            "808, ZtdDeviceAssignedToAnotherTenant, ZTD_DEVICE_ASSIGNED_TO_OTHER_TENANT",
            ", ZtdDeviceAssignedToOtherTenant, ZTD_DEVICE_ASSIGNED_TO_OTHER_TENANT",
            "808, , ZTD_DEVICE_ASSIGNED_TO_OTHER_TENANT",
            ", ZtdDeviceDuplicated, ZTD_DEVICE_DUPLICATED"
        })
        void isLookedUpByWhatItHas(String code, String name, KnownDeviceError known) {
            assertThat(new DeviceError(Optional.ofNullable(code), Optional.ofNullable(name)).known())
                    .contains(known);
        }

        @Test
        void isLookedUpByItsNameEvenIfTheNumberSaysOtherwise() {
            assertThat(DeviceError.of("809", "ZtdDeviceNotFound").known())
                    .contains(KnownDeviceError.ZTD_DEVICE_NOT_FOUND);
        }

        @Test
        void isLookedUpByItsNumberIfTheNameIsNotListed() {
            assertThat(DeviceError.of("812", "ZtdSomethingNew").known())
                    .contains(KnownDeviceError.ZTD_DEVICE_NOT_FOUND);
        }

        @ParameterizedTest
        @CsvSource({"899, ZtdSomethingNew", "899, ", ", ZtdSomethingNew", ", 808", "ZtdDeviceNotFound, "})
        void mayBeUnlisted(String code, String name) {
            assertThat(new DeviceError(Optional.ofNullable(code), Optional.ofNullable(name)).known())
                    .isEmpty();
        }
    }
}
