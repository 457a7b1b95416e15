package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import java.util.Locale;

/** Lowers the case of whatever word it gets for a device. */
@Breaks("BSQ-03")
class LowersTheCaseOfADeviceState implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return Described.by(LowersTheCaseOfADeviceState::mangled);
    }

    private static BatchStatus mangled(BatchStatus status) {
        return Described.withDevices(
                status,
                device -> Described.with(
                        device, DeviceState.of(device.state().text().toLowerCase(Locale.ROOT)), device.error()));
    }
}
