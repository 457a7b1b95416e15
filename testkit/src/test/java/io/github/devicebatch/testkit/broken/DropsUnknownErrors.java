package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;

/** Leaves out the errors that are not in its table. */
@Breaks("BSQ-04")
class DropsUnknownErrors implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return Described.by(DropsUnknownErrors::mangled);
    }

    private static BatchStatus mangled(BatchStatus status) {
        return Described.withDevices(
                status,
                device -> Described.with(
                        device,
                        device.state(),
                        device.error().filter(error -> error.known().isPresent())));
    }
}
