package io.github.devicebatch.http.resilience;

import io.github.devicebatch.http.RetrySettings;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;
import java.util.UUID;

/** Asking again keeps the promises of the port. */
class RetryingContractTest implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newEnvironment() {
        ManualTime time = ManualTime.start();
        return InMemoryEnvironment.ofDecorator(
                time,
                inner -> new RetryingQuery(
                        inner,
                        RetrySettings.DEFAULT,
                        bound -> bound,
                        new QueryContext.Factory(time, UUID::randomUUID, RetrySettings.DEFAULT.questionTimeout()),
                        time,
                        (batch, attempt, answer, untilNext) -> {}));
    }
}
