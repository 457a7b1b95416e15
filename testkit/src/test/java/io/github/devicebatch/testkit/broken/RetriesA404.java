package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;

/** Asks again about what is not there. */
@Breaks("BSQ-21")
class RetriesA404 implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return InMemoryEnvironment.around(RetriesA404::around);
    }

    private static BatchStatusQuery around(BatchStatusQuery right) {
        return batch -> {
            BatchStatusAnswer answer = right.ask(batch);
            return answer instanceof NotFound ? right.ask(batch) : answer;
        };
    }
}
