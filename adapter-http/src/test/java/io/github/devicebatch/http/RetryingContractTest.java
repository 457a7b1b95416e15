package io.github.devicebatch.http;

import io.github.devicebatch.testkit.BatchStatusQueryContract;
import io.github.devicebatch.testkit.BatchWorld;
import io.github.devicebatch.testkit.FakeBatchWorld;
import io.github.devicebatch.testkit.ManualTime;
import java.util.UUID;

/** Asking again keeps the promises of the port. */
class RetryingContractTest implements BatchStatusQueryContract {

    @Override
    public BatchWorld newWorld() {
        ManualTime time = ManualTime.start();
        return FakeBatchWorld.around(
                time,
                inner -> new Retrying(
                        inner,
                        RetrySettings.DEFAULT,
                        bound -> bound,
                        new Questions(time, UUID::randomUUID, RetrySettings.DEFAULT.questionTimeout()),
                        time,
                        (batch, attempt, answer, untilNext) -> {}));
    }
}
