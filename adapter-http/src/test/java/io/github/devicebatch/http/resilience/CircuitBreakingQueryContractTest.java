package io.github.devicebatch.http.resilience;

import io.github.devicebatch.http.CircuitBreakerSettings;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.event.QueryListener;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;

/** The contract of the port with a circuit breaker. */
class CircuitBreakingQueryContractTest implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newEnvironment() {
        return InMemoryEnvironment.ofDecorator(inner -> new CircuitBreakingQuery(
                inner, Decorators.breaker(CircuitBreakerSettings.DEFAULT, ManualTime.start()), QueryListener.NONE));
    }
}
