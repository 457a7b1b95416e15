package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;

/** Takes every fault for the caller's. */
@Breaks("BSQ-14")
class TakesAFaultForARefusal implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return InMemoryEnvironment.around(TakesAFaultForARefusal::around);
    }

    private static BatchStatusQuery around(BatchStatusQuery right) {
        return batch -> {
            BatchStatusAnswer answer = right.ask(batch);
            boolean isFault =
                    answer instanceof Unavailable unavailable && unavailable.cause() == UnavailabilityCause.FAILING;
            return isFault ? Answers.refused(RefusalReason.REJECTED) : answer;
        };
    }
}
