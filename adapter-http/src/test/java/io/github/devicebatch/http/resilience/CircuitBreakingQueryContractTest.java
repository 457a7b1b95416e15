package io.github.devicebatch.http.resilience;

import io.github.devicebatch.http.CircuitBreakerSettings;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;

/** Leaving a failing service alone keeps the promises of the port. */
class CircuitBreakingQueryContractTest implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return InMemoryEnvironment.around(inner -> new CircuitBreakingQuery(
                inner, Decorators.breaker(CircuitBreakerSettings.DEFAULT, ManualTime.start())));
    }
}
