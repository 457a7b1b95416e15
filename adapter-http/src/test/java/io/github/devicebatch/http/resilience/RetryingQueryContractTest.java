package io.github.devicebatch.http.resilience;

import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.RetrySettings;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;
import java.util.UUID;

/** Asking again keeps the promises of the port. */
class RetryingQueryContractTest implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        ManualTime time = ManualTime.start();
        return InMemoryEnvironment.around(
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
