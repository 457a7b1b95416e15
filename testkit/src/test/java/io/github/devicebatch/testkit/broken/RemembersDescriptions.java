package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the first description of a batch for ever. */
@Breaks("BSQ-09")
class RemembersDescriptions implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return InMemoryEnvironment.around(RemembersDescriptions::around);
    }

    private static BatchStatusQuery around(BatchStatusQuery right) {
        Map<BatchReference, BatchStatusAnswer> remembered = new ConcurrentHashMap<>();
        return batch -> {
            BatchStatusAnswer answer = right.ask(batch);
            return answer instanceof Found ? remembered.computeIfAbsent(batch, first -> answer) : answer;
        };
    }
}
