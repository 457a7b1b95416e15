package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;

/** Takes the first hundred devices for all of them. */
@Breaks("BSQ-05")
class ReadsOnePageOfDevices implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return Described.by(ReadsOnePageOfDevices::mangled);
    }

    private static BatchStatus mangled(BatchStatus status) {
        return Described.with(
                status, status.state(), status.devices().stream().limit(100).toList());
    }
}
