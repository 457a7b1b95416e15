package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;

/** Calls everything finished that is final. */
@Breaks("BSQ-01")
class KnowsOneEndOnly implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return Described.by(KnowsOneEndOnly::mangled);
    }

    private static BatchStatus mangled(BatchStatus status) {
        BatchState state = status.isFinal() ? BatchState.Listed.FINISHED : status.state();
        return Described.with(status, state, status.devices());
    }
}
