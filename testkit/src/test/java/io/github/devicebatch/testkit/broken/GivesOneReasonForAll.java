package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;

/** Knows that it was refused, and not why. */
@Breaks("BSQ-12")
class GivesOneReasonForAll implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return InMemoryEnvironment.around(GivesOneReasonForAll::around);
    }

    private static BatchStatusQuery around(BatchStatusQuery right) {
        return batch -> {
            BatchStatusAnswer answer = right.ask(batch);
            return answer instanceof Refused ? Answers.refused(RefusalReason.REJECTED) : answer;
        };
    }
}
