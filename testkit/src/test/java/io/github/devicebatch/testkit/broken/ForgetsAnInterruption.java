package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.testkit.BatchStatusQueryContract;
import io.github.devicebatch.testkit.BatchWorld;
import io.github.devicebatch.testkit.FakeBatchWorld;

/** Clears the flag of a thread that is interrupted, and goes on. */
@Breaks("BSQ-24")
class ForgetsAnInterruption implements BatchStatusQueryContract {

    @Override
    public BatchWorld newWorld() {
        return FakeBatchWorld.around(ForgetsAnInterruption::around);
    }

    private static BatchStatusQuery around(BatchStatusQuery right) {
        return batch -> {
            Thread.interrupted();
            return right.ask(batch);
        };
    }
}
