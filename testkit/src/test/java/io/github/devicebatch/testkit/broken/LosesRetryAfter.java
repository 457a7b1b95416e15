package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;

/** Tells that it was throttled, and not for how long. */
@Breaks("BSQ-13")
class LosesRetryAfter implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return InMemoryEnvironment.around(LosesRetryAfter::around);
    }

    private static BatchStatusQuery around(BatchStatusQuery right) {
        return batch -> {
            BatchStatusAnswer answer = right.ask(batch);
            return answer instanceof Unavailable unavailable ? Answers.unavailable(unavailable.cause()) : answer;
        };
    }
}
