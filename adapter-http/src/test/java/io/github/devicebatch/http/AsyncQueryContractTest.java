package io.github.devicebatch.http;

import io.github.devicebatch.http.support.AsyncQuery;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.HttpEnvironment;
import java.time.Duration;

/** The contract of the port with all decorators, over a real socket, asked through a future. */
class AsyncQueryContractTest implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newEnvironment() {
        ManualTime time = ManualTime.start();
        return HttpEnvironment.of(
                time,
                (url, token) -> PartnerCenter.at(url)
                        .tokens(AccessTokenSource.fixed(AccessToken.of(token)))
                        .attemptTimeout(Duration.ofSeconds(3))
                        .retries(RetrySettings.DEFAULT.withMaxAttempts(2))
                        .time(time, time)
                        .build(),
                partnerCenter -> new AsyncQuery(partnerCenter.batchStatus())::ask);
    }
}
