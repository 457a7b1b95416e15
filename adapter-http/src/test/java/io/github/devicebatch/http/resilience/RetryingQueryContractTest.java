package io.github.devicebatch.http.resilience;

import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.RetrySettings;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;
import java.util.UUID;

/** The contract of the port with retries. */
class RetryingQueryContractTest implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newEnvironment() {
        ManualTime time = ManualTime.start();
        return InMemoryEnvironment.ofDecorator(
                time,
                inner -> Decorators.retrying(
                        inner,
                        RetrySettings.DEFAULT,
                        bound -> bound,
                        new QueryContext.Factory(time, UUID::randomUUID, RetrySettings.DEFAULT.questionTimeout()),
                        time,
                        (batch, attempt, answer, untilNext) -> {}));
    }
}
