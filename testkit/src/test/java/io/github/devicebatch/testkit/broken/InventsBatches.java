package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;

/** Takes a batch that nobody knows for one that is about to be known. */
@Breaks("BSQ-11")
class InventsBatches implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return InMemoryEnvironment.around(InventsBatches::around);
    }

    private static BatchStatusQuery around(BatchStatusQuery right) {
        return batch -> {
            BatchStatusAnswer answer = right.ask(batch);
            return answer instanceof NotFound ? Answers.found(Batches.queued(batch.tracking())) : answer;
        };
    }
}
