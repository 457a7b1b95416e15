package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;

/** Knows no batch that is null. */
@Breaks("BSQ-23")
class AnswersAboutNothing implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return InMemoryEnvironment.around(AnswersAboutNothing::around);
    }

    private static BatchStatusQuery around(BatchStatusQuery right) {
        return batch -> batch == null ? Answers.notFound() : right.ask(batch);
    }
}
