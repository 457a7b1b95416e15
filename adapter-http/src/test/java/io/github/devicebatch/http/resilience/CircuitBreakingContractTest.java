package io.github.devicebatch.http.resilience;

import io.github.devicebatch.http.CircuitBreakerSettings;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;

/** Leaving a failing service alone keeps the promises of the port. */
class CircuitBreakingContractTest implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newEnvironment() {
        return InMemoryEnvironment.ofDecorator(inner -> new CircuitBreakingQuery(
                inner, new ClockedCircuitBreaker(CircuitBreakerSettings.DEFAULT, ManualTime.start())));
    }
}
