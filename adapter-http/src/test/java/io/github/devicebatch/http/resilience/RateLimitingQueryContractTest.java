package io.github.devicebatch.http.resilience;

import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.RateLimitSettings;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;

/** The contract of the port with a rate limiter. */
class RateLimitingQueryContractTest implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newEnvironment() {
        ManualTime time = ManualTime.start();
        return InMemoryEnvironment.ofDecorator(
                time,
                inner -> new RateLimitingQuery(inner, Decorators.limiter(RateLimitSettings.DEFAULT, time), time, time));
    }
}
