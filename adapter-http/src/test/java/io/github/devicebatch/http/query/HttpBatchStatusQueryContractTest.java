package io.github.devicebatch.http.query;

import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.HttpEnvironment;
import java.time.Duration;

/** The contract of the port without decorators, over a real socket. */
class HttpBatchStatusQueryContractTest implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newEnvironment() {
        return HttpEnvironment.of(
                (url, token) -> OneAttempt.at(url)
                        .tokens(AccessTokenSource.fixed(AccessToken.of(token)))
                        .attemptTimeout(Duration.ofSeconds(5))
                        .build(),
                PartnerCenter::batchStatus);
    }
}
