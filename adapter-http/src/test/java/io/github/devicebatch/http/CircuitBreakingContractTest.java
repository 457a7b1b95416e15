package io.github.devicebatch.http;

import io.github.devicebatch.testkit.BatchStatusQueryContract;
import io.github.devicebatch.testkit.BatchWorld;
import io.github.devicebatch.testkit.FakeBatchWorld;
import io.github.devicebatch.testkit.ManualTime;

/** Leaving a failing service alone keeps the promises of the port. */
class CircuitBreakingContractTest implements BatchStatusQueryContract {

    @Override
    public BatchWorld newWorld() {
        return FakeBatchWorld.around(
                inner -> new CircuitBreaking(inner, new Circuit(CircuitBreakerSettings.DEFAULT, ManualTime.start())));
    }
}
