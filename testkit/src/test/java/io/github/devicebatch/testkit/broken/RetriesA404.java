package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.testkit.BatchStatusQueryContract;
import io.github.devicebatch.testkit.BatchWorld;
import io.github.devicebatch.testkit.FakeBatchWorld;

/** Asks again about what is not there. */
@Breaks("BSQ-21")
class RetriesA404 implements BatchStatusQueryContract {

    @Override
    public BatchWorld newWorld() {
        return FakeBatchWorld.around(RetriesA404::around);
    }

    private static BatchStatusQuery around(BatchStatusQuery right) {
        return batch -> {
            BatchStatusAnswer answer = right.ask(batch);
            return answer instanceof NotFound ? right.ask(batch) : answer;
        };
    }
}
