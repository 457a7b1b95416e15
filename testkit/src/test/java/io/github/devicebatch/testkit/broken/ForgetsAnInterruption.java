package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;

/** Clears the flag of a thread that is interrupted, and goes on. */
@Breaks("BSQ-24")
class ForgetsAnInterruption implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return InMemoryEnvironment.around(ForgetsAnInterruption::around);
    }

    private static BatchStatusQuery around(BatchStatusQuery right) {
        return batch -> {
            Thread.interrupted();
            return right.ask(batch);
        };
    }
}
