package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTallyTest {

    @Test
    void countsEachRowOnce() {
        List<DeviceStatus> devices = List.of(
                row("finished"),
                row("finished"),
                row("finished"),
                row("finished_with_errors"),
                row("finished", DeviceError.of("808", "ZtdDeviceAssignedToOtherTenant")),
                row("in-progress"),
                row("queued"),
                row("unknown"),
                row("archived"));

        assertThat(DeviceTally.of(devices, AcceptedErrors.NONE)).isEqualTo(new DeviceTally(3, 2, 4));
    }

    @Test
    void countsRowsThatAreAlikeSeparately() {
        assertThat(DeviceTally.of(List.of(row("finished"), row("finished")), AcceptedErrors.NONE))
                .isEqualTo(new DeviceTally(2, 0, 0));
    }

    @Test
    void countsNothingWhereThereIsNothing() {
        assertThat(DeviceTally.of(List.of(), AcceptedErrors.NONE)).isEqualTo(new DeviceTally(0, 0, 0));
    }

    @Test
    void addsUpToAllRows() {
        assertThat(new DeviceTally(1, 20, 300).total()).isEqualTo(321);
        assertThat(new DeviceTally(1, 20, 300, 4_000).total()).isEqualTo(4_321);
    }

    @Test
    void countsAcceptedDevicesApartFromFailedOnes() {
        List<DeviceStatus> devices = List.of(
                row("finished"),
                row("finished_with_errors", DeviceError.of("806", "ZtdDeviceAlreadyAssigned")),
                row("finished", DeviceError.of("808", "ZtdDeviceAssignedToOtherTenant")),
                row("processing", DeviceError.of("806", "ZtdDeviceAlreadyAssigned")));

        DeviceTally tally = DeviceTally.of(devices, AcceptedErrors.of("806"));

        assertThat(tally).isEqualTo(new DeviceTally(1, 1, 1, 1));
        assertThat(tally.in()).isEqualTo(2);
        assertThat(tally.settled()).isEqualTo(3);
    }

    @Test
    void addsEachCount() {
        assertThat(new DeviceTally(1, 2, 3, 4).plus(new DeviceTally(10, 20, 30, 40)))
                .isEqualTo(new DeviceTally(11, 22, 33, 44));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void refusesASumThatNoCountCanHold(int part) {
        int[] max = new int[4];
        max[part] = Integer.MAX_VALUE;
        DeviceTally full = new DeviceTally(max[0], max[1], max[2], max[3]);

        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> full.plus(new DeviceTally(1, 1, 1, 1)));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0, 0", "0, -1, 0, 0", "0, 0, -1, 0", "0, 0, 0, -1"})
    void refusesNegativeCounts(int registered, int failed, int unsettled, int accepted) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeviceTally(registered, failed, unsettled, accepted))
                .withMessage(
                        "a count is not negative: %d registered, %d failed, %d unsettled, %d accepted",
                        registered, failed, unsettled, accepted);
    }
}
