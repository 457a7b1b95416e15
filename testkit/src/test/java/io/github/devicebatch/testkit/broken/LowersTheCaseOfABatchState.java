package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import java.util.Locale;

/** Lowers the case of whatever word it gets for a batch. */
@Breaks("BSQ-02")
class LowersTheCaseOfABatchState implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return Described.by(LowersTheCaseOfABatchState::mangled);
    }

    private static BatchStatus mangled(BatchStatus status) {
        BatchState lower = BatchState.of(status.state().text().toLowerCase(Locale.ROOT));
        return Described.with(status, lower, status.devices());
    }
}
