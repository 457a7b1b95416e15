package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.Descriptions.serial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.devicebatch.domain.BatchAnomaly.DevicesUnsettled;
import io.github.devicebatch.domain.BatchAnomaly.RowsVanished;
import io.github.devicebatch.domain.BatchAnomaly.VerdictsReversed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchAnomalyDevicesTest {

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
