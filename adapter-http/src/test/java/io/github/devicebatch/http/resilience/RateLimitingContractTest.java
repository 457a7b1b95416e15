package io.github.devicebatch.http.resilience;

import io.github.devicebatch.http.RateLimitSettings;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;

/** Waiting for a turn keeps the promises of the port. */
class RateLimitingContractTest implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newEnvironment() {
        ManualTime time = ManualTime.start();
        return InMemoryEnvironment.ofDecorator(
                time,
                inner -> new RateLimitingQuery(inner, new RateLimiter(RateLimitSettings.DEFAULT, time), time, time));
    }
}
