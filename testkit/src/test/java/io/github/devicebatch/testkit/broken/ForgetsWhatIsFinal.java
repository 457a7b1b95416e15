package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the end of an upload once, and then knows nothing of it. */
@Breaks("BSQ-10")
class ForgetsWhatIsFinal implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return InMemoryEnvironment.around(ForgetsWhatIsFinal::around);
    }

    private static BatchStatusQuery around(BatchStatusQuery right) {
        Set<BatchReference> told = ConcurrentHashMap.newKeySet();
        return batch -> {
            BatchStatusAnswer answer = right.ask(batch);
            boolean isFinal = answer instanceof Found found && found.status().isFinal();
            return isFinal && !told.add(batch) ? Answers.notFound() : answer;
        };
    }
}
