package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
