package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;

/** Puts the devices into a set. */
@Breaks("BSQ-05")
class MergesDevicesThatLookAlike implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return Described.by(MergesDevicesThatLookAlike::mangled);
    }

    private static BatchStatus mangled(BatchStatus status) {
        return Described.with(
                status, status.state(), status.devices().stream().distinct().toList());
    }
}
