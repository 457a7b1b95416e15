package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceOutcomeTest {

    @ParameterizedTest
    @CsvSource({
        "unknown, UNSETTLED",
        "queued, UNSETTLED",
        "processing, UNSETTLED",
        "in-progress, UNSETTLED",
        "archived, UNSETTLED",
        "finished, REGISTERED",
        "finished_with_errors, FAILED"
    })
    void followsTheStateOfARowWithoutAnError(String state, DeviceOutcome outcome) {
        assertThat(row(state).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "unknown, UNSETTLED",
        "queued, UNSETTLED",
        "processing, UNSETTLED",
        "in-progress, UNSETTLED",
        "archived, UNSETTLED",
        "finished, FAILED",
        "finished_with_errors, FAILED"
    })
    void isNeverRegisteredIfTheRowNamesAnError(String state, DeviceOutcome outcome) {
        DeviceError error = DeviceError.of("808", "ZtdDeviceAssignedToOtherTenant");

        assertThat(row(state, error).outcome()).isEqualTo(outcome);
    }

    @Nested
    class BareCode {

        @ParameterizedTest
        @CsvSource({
            "0, , REGISTERED",
            "200, , REGISTERED",
            "808, , FAILED",
            "00, , FAILED",
            "201, , FAILED",
            "2000, , FAILED",
            "0, ZtdDeviceNotFound, FAILED",
            "200, ZtdDeviceNotFound, FAILED",
            ", ZtdDeviceNotFound, FAILED",
            ", 0, FAILED"
        })
        void takesABareZeroOrTwoHundredOnAFinishedRowForSuccess(String code, String name, DeviceOutcome outcome) {
            DeviceError error = new DeviceError(Optional.ofNullable(code), Optional.ofNullable(name));

            assertThat(row("finished", error).outcome()).isEqualTo(outcome);
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "200"})
        void isFailedIfTheRowFinishedWithErrorsWhateverItsNumber(String code) {
            DeviceError error = new DeviceError(Optional.of(code), Optional.empty());

            assertThat(row("finished_with_errors", error).outcome()).isEqualTo(DeviceOutcome.FAILED);
        }
    }
}
