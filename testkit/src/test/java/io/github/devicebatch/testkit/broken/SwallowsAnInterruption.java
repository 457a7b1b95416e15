package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;

/** Takes an interruption for one more thing that goes wrong. */
@Breaks("BSQ-25")
class SwallowsAnInterruption implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return InMemoryEnvironment.around(SwallowsAnInterruption::around);
    }

    private static BatchStatusQuery around(BatchStatusQuery right) {
        return batch -> {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            try {
                return right.ask(batch);
            } catch (InterruptedException swallowed) {
                return Answers.unavailable(UnavailabilityCause.UNREACHABLE);
            }
        };
    }
}
