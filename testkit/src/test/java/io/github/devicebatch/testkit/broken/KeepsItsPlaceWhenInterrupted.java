package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets one question about a batch in at a time, and an interrupted one never out. */
@Breaks("BSQ-27")
class KeepsItsPlaceWhenInterrupted implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return InMemoryEnvironment.around(KeepsItsPlaceWhenInterrupted::around);
    }

    private static BatchStatusQuery around(BatchStatusQuery right) {
        Set<BatchReference> inside = ConcurrentHashMap.newKeySet();
        return batch -> {
            if (!inside.add(batch)) {
                return Answers.unavailable(UnavailabilityCause.DEADLINE);
            }
            BatchStatusAnswer answer = right.ask(batch);
            inside.remove(batch);
            return answer;
        };
    }
}
