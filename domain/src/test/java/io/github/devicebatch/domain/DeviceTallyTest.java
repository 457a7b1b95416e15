package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

        assertThat(DeviceTally.of(devices)).isEqualTo(new DeviceTally(3, 2, 4));
    }

    @Test
    void countsRowsThatAreAlikeSeparately() {
        assertThat(DeviceTally.of(List.of(row("finished"), row("finished")))).isEqualTo(new DeviceTally(2, 0, 0));
    }

    @Test
    void countsNothingWhereThereIsNothing() {
        assertThat(DeviceTally.of(List.of())).isEqualTo(new DeviceTally(0, 0, 0));
    }

    @Test
    void addsUpToAllRows() {
        assertThat(new DeviceTally(1, 20, 300).total()).isEqualTo(321);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0", "0, -1, 0", "0, 0, -1"})
    void refusesNegativeCounts(int registered, int failed, int unsettled) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeviceTally(registered, failed, unsettled))
                .withMessage(
                        "a count is not negative: %d registered, %d failed, %d unsettled",
                        registered, failed, unsettled);
    }
}
