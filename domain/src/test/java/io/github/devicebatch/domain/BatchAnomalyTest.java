package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.Descriptions.serial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.devicebatch.domain.BatchAnomaly.DevicesUnsettled;
import io.github.devicebatch.domain.BatchAnomaly.RowsVanished;
import io.github.devicebatch.domain.BatchAnomaly.StateWentBack;
import io.github.devicebatch.domain.BatchAnomaly.VerdictsReversed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BatchAnomalyTest {

    private static final DeviceStatus DEVICE = serial("1", "queued");

    @Test
    void saysWhatIsOdd() {
        assertThat(new StateWentBack(BatchState.Listed.FINISHED_WITH_ERRORS, BatchState.Listed.QUEUED).description())
                .isEqualTo("the batch went back from finished_with_errors to queued");
        assertThat(new DevicesUnsettled(List.of(DEVICE)).description())
                .isEqualTo("1 device already settled became unsettled again");
        assertThat(new VerdictsReversed(List.of(DEVICE, DEVICE)).description())
                .isEqualTo("2 devices changed between registered and failed");
        assertThat(new RowsVanished(1).description()).isEqualTo("1 row vanished");
        assertThat(new RowsVanished(20).description()).isEqualTo("20 rows vanished");
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> new StateWentBack(null, BatchState.Listed.QUEUED));
        assertThatNullPointerException().isThrownBy(() -> new StateWentBack(BatchState.Listed.QUEUED, null));
        assertThatNullPointerException().isThrownBy(() -> new DevicesUnsettled(null));
        assertThatNullPointerException().isThrownBy(() -> new VerdictsReversed(null));
    }

    @Nested
    class Devices {

        private static final DeviceStatus DEVICE = serial("1", "queued");

        @Test
        void isAboutSomething() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DevicesUnsettled(List.of()))
                    .withMessage("an anomaly of devices names at least one");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new VerdictsReversed(List.of()))
                    .withMessage("an anomaly of devices names at least one");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RowsVanished(0))
                    .withMessage("rows that vanished are at least one, not 0");
        }

        @Test
        void copiesItsDevices() {
            List<DeviceStatus> devices = new ArrayList<>(List.of(DEVICE));
            DevicesUnsettled unsettled = new DevicesUnsettled(devices);
            VerdictsReversed reversed = new VerdictsReversed(devices);

            devices.clear();

            assertThat(unsettled.devices()).containsExactly(DEVICE);
            assertThat(reversed.devices()).containsExactly(DEVICE);
        }
    }
}
