package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownDeviceErrorLookupTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ZTD_DEVICE_DUPLICATED")
    void isFoundByItsNumber(KnownDeviceError error) {
        assertThat(KnownDeviceError.coded(error.code().orElseThrow())).contains(error);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZtdDeviceAssignedToOtherTenant",
                "ZtdDeviceAssignedToAnotherTenant",
                "ztddeviceassignedtoothertenant",
                "ZTDDEVICEASSIGNEDTOANOTHERTENANT"
            })
    void isFoundByEitherOfTheVendorsSpellingsOf808(String name) {
        assertThat(KnownDeviceError.named(name)).contains(KnownDeviceError.ZTD_DEVICE_ASSIGNED_TO_OTHER_TENANT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "808", "ZtdSomethingNew", "ZtdDevice", " StorageError", "STORAGE_ERROR"})
    void isNotFoundByAnotherName(String name) {
        assertThat(KnownDeviceError.named(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "80", "804", "0808", "808 ", "StorageError"})
    void isNotFoundByAnotherNumber(String code) {
        assertThat(KnownDeviceError.coded(code)).isEmpty();
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> KnownDeviceError.named(null));
        assertThatNullPointerException().isThrownBy(() -> KnownDeviceError.coded(null));
    }
}
