package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownDeviceErrorTest {

    /** The vendor's documentation: code, name, advice, a word of the meaning and of the remedy. */
    private static final String DOCUMENTED = """
            640 | StorageError                         | HELPS                   | storage       | later
            801 | InvalidZtdRequestBody                | DOES_NOT_HELP           | malformed     | author
            802 | InvalidZtdHardwareHash               | HELPS_AFTER_NEW_CAPTURE | hash          | Capture
            803 | MissingZtdSerialNumberAndProductKey  | HELPS_AFTER_CORRECTION  | serial number | product key
            806 | ZtdDeviceAlreadyAssigned             | DOES_NOT_HELP           | already       | Nothing to do
            807 | ZtdDeviceIsNotRegistered             | DOES_NOT_HELP           | not know      | Import
            808 | ZtdDeviceAssignedToOtherTenant       | HELPS_AFTER_REMOVAL     | nother tenant | previous owner
            809 | ZtdProfileIsNotRegistered            | HELPS_AFTER_CORRECTION  | profile       | exists
            810 | ZtdProfileAssignedToOtherTenant      | HELPS_AFTER_CORRECTION  | nother tenant | customer's tenant
            811 | ZtdDeviceRegisteredByOtherTenant     | HELPS_AFTER_REMOVAL     | nother tenant | delete
            812 | ZtdDeviceNotFound                    | HELPS_AFTER_CORRECTION  | No device     | exactly
            813 | ZtdDeviceIsNotUnique                 | HELPS_AFTER_NEW_CAPTURE | one single    | Capture
            814 | ZtdDeviceAlreadyAadRegistered        | HELPS_AFTER_REMOVAL     | directory     | Clean up
                | ZtdDeviceDuplicated                  | DOES_NOT_HELP           | more than once| duplicate
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = DOCUMENTED)
    void saysWhatTheVendorDocuments(String code, String name, ReuploadAdvice again, String meaning, String remedy) {
        KnownDeviceError error = KnownDeviceError.byName(name).orElseThrow();

        assertThat(error.vendorName()).isEqualTo(name);
        assertThat(error.code()).isEqualTo(Optional.ofNullable(code));
        assertThat(error.uploadingAgain()).isEqualTo(again);
        assertThat(error.meaning()).contains(meaning);
        assertThat(error.remedy()).contains(remedy);
    }

    @Test
    void listsNothingThatTheVendorDoesNotDocument() {
        assertThat(KnownDeviceError.values()).hasSize((int) DOCUMENTED.lines().count());
    }

    @ParameterizedTest
    @EnumSource
    void speaksInWholeSentences(KnownDeviceError error) {
        assertThat(error.meaning()).matches("[A-Z].+[.]");
        assertThat(error.remedy()).matches("[A-Z].+[.]");
    }

    @ParameterizedTest
    @EnumSource
    void hasAShortRemedyForATable(KnownDeviceError error) {
        assertThat(error.shortRemedy()).hasSizeBetween(10, 40).doesNotEndWith(".");
    }

    @Test
    void hasTheShortRemedyOfTheError() {
        assertThat(KnownDeviceError.ZTD_DEVICE_ASSIGNED_TO_OTHER_TENANT.shortRemedy())
                .isEqualTo("have the other tenant deregister it");
    }

    @Nested
    class Lookup {

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ZTD_DEVICE_DUPLICATED")
        void isFoundByItsNumber(KnownDeviceError error) {
            assertThat(KnownDeviceError.byCode(error.code().orElseThrow())).contains(error);
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
            assertThat(KnownDeviceError.byName(name)).contains(KnownDeviceError.ZTD_DEVICE_ASSIGNED_TO_OTHER_TENANT);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "808", "ZtdSomethingNew", "ZtdDevice", " StorageError", "STORAGE_ERROR"})
        void isNotFoundByAnotherName(String name) {
            assertThat(KnownDeviceError.byName(name)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "0", "80", "804", "0808", "808 ", "StorageError"})
        void isNotFoundByAnotherNumber(String code) {
            assertThat(KnownDeviceError.byCode(code)).isEmpty();
        }

        @Test
        void refusesNull() {
            assertThatNullPointerException().isThrownBy(() -> KnownDeviceError.byName(null));
            assertThatNullPointerException().isThrownBy(() -> KnownDeviceError.byCode(null));
        }
    }
}
