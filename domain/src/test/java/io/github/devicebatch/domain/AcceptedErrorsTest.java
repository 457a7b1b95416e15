package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedErrorsTest {

    /** What the user accepts (left) against what the service sends. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            accepted                         | code | name                             | accepts
            806                              | 806  | ZtdDeviceAlreadyAssigned         | true
            806                              | 806  |                                  | true
            806                              |      | ZtdDeviceAlreadyAssigned         | true
            806                              |      | ztddevicealreadyassigned         | true
            806                              | 806  | SomethingNew                     | true
            806                              | 806  | ZtdDeviceNotFound                | false
            806                              | 808  | ZtdDeviceAssignedToOtherTenant   | false
            806                              | 8060 |                                  | false
            ztddevicealreadyassigned         | 806  |                                  | true
            ZtdDeviceAlreadyAssigned         | 806  | ZtdDeviceAlreadyAssigned         | true
            ZtdDeviceAssignedToAnotherTenant | 808  | ZtdDeviceAssignedToOtherTenant   | true
            ZtdDeviceDuplicated              |      | ZtdDeviceDuplicated              | true
            899                              | 899  | SomethingNew                     | true
            899                              | 899  |                                  | true
            somethingnew                     |      | SomethingNew                     | true
            899                              | 898  | SomethingNew                     | false
            """)
    void matchesCodesAndNames(String accepted, String code, String name, boolean accepts) {
        DeviceError error = new DeviceError(Optional.ofNullable(code), Optional.ofNullable(name));

        assertThat(AcceptedErrors.of(accepted).accepts(error)).isEqualTo(accepts);
        assertThat(AcceptedErrors.of("811", accepted).accepts(error)).isEqualTo(accepts);
        assertThat(AcceptedErrors.NONE.accepts(error)).isFalse();
    }

    @Test
    void acceptsOnlyFailedDevicesWithAnError() {
        AcceptedErrors policy = AcceptedErrors.of("806", "0");
        DeviceError already = DeviceError.of("806", "ZtdDeviceAlreadyAssigned");

        assertThat(policy.accepts(row("finished_with_errors", already))).isTrue();
        assertThat(policy.accepts(row("finished", already))).isTrue();
        assertThat(policy.accepts(row("processing", already))).isFalse();
        assertThat(policy.accepts(row("finished_with_errors"))).isFalse();
        assertThat(policy.accepts(row("finished", new DeviceError(Optional.of("0"), Optional.empty()))))
                .isFalse();
    }

    @Test
    void keepsItsErrorsInOrderAndReadOnly() {
        List<String> given = new ArrayList<>(List.of("812", "806", "812"));
        AcceptedErrors policy = AcceptedErrors.of(given);
        given.clear();

        assertThat(policy.errors()).containsExactly("812", "806");
        assertThat(policy).hasToString("812, 806");
        assertThat(AcceptedErrors.NONE).hasToString("");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> policy.errors().clear());
    }

    @Test
    void refusesBlankAndMissingErrors() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AcceptedErrors.of("806", " "))
                .withMessage("the code or name of an accepted error is not blank");
        assertThatNullPointerException().isThrownBy(() -> AcceptedErrors.of(Arrays.asList("806", null)));
        assertThatNullPointerException().isThrownBy(() -> new AcceptedErrors(null));
        assertThatNullPointerException().isThrownBy(() -> AcceptedErrors.NONE.accepts((DeviceError) null));
    }
}
