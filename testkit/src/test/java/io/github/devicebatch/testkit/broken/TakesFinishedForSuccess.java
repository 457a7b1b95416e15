package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import java.util.Optional;

/** Calls every device of a finished batch registered. */
@Breaks("BSQ-06")
class TakesFinishedForSuccess implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return Described.by(TakesFinishedForSuccess::mangled);
    }

    private static BatchStatus mangled(BatchStatus status) {
        return status.state() == BatchState.Listed.FINISHED
                ? Described.withDevices(
                        status, device -> Described.with(device, DeviceState.Listed.FINISHED, Optional.empty()))
                : status;
    }
}
