package io.github.devicebatch.http;

import io.github.devicebatch.testkit.BatchStatusQueryContract;
import io.github.devicebatch.testkit.BatchWorld;
import io.github.devicebatch.testkit.FakeBatchWorld;
import io.github.devicebatch.testkit.ManualTime;

/** Waiting for a turn keeps the promises of the port. */
class RateLimitingContractTest implements BatchStatusQueryContract {

    @Override
    public BatchWorld newWorld() {
        ManualTime time = ManualTime.start();
        return FakeBatchWorld.around(
                time, inner -> new RateLimiting(inner, new Pacer(RateLimitSettings.DEFAULT, time), time, time));
    }
}
