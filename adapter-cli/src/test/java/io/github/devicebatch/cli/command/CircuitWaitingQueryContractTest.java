package io.github.devicebatch.cli.command;

import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;
import java.time.Duration;

/** The contract of the port with waits for an open circuit. */
class CircuitWaitingQueryContractTest implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newEnvironment() {
        ManualTime time = ManualTime.start();
        return InMemoryEnvironment.ofDecorator(
                time, inner -> new CircuitWaitingQuery(inner, time, time, Duration.ofMinutes(2)));
    }
}
