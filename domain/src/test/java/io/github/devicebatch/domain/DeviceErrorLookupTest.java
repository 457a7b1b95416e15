package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceErrorLookupTest {

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
        assertThat(DeviceError.of("809", "ZtdDeviceNotFound").known()).contains(KnownDeviceError.ZTD_DEVICE_NOT_FOUND);
    }

    @Test
    void isLookedUpByItsNumberIfTheNameIsNotListed() {
        assertThat(DeviceError.of("812", "ZtdSomethingNew").known()).contains(KnownDeviceError.ZTD_DEVICE_NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({"899, ZtdSomethingNew", "899, ", ", ZtdSomethingNew", ", 808", "ZtdDeviceNotFound, "})
    void mayBeOneThatNobodyHasListed(String code, String name) {
        assertThat(new DeviceError(Optional.ofNullable(code), Optional.ofNullable(name)).known())
                .isEmpty();
    }
}
