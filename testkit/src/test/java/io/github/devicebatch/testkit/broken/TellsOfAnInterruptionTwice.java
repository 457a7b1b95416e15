package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;

/** Throws the exception, and interrupts the thread again. */
@Breaks("BSQ-26")
class TellsOfAnInterruptionTwice implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return InMemoryEnvironment.around(TellsOfAnInterruptionTwice::around);
    }

    private static BatchStatusQuery around(BatchStatusQuery right) {
        return batch -> {
            try {
                return right.ask(batch);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw interrupted;
            }
        };
    }
}
