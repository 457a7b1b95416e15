package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.BatchStatusQueryContract;
import io.github.devicebatch.testkit.BatchWorld;
import io.github.devicebatch.testkit.FakeBatchWorld;

/** Knows no batch that is null. */
@Breaks("BSQ-23")
class AnswersAboutNothing implements BatchStatusQueryContract {

    @Override
    public BatchWorld newWorld() {
        return FakeBatchWorld.around(AnswersAboutNothing::around);
    }

    private static BatchStatusQuery around(BatchStatusQuery right) {
        return batch -> batch == null ? Answers.notFound() : right.ask(batch);
    }
}
