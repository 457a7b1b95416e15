package io.github.devicebatch.http.resilience;

import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.RateLimitSettings;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;

/** Waiting for a turn keeps the promises of the port. */
class RateLimitingQueryContractTest implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        ManualTime time = ManualTime.start();
        return InMemoryEnvironment.around(
                time,
                inner -> new RateLimitingQuery(inner, Decorators.limiter(RateLimitSettings.DEFAULT, time), time, time));
    }
}
