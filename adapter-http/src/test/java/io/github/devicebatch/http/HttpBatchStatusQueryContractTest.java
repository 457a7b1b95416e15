package io.github.devicebatch.http;

import io.github.devicebatch.testkit.BatchStatusQueryContract;
import io.github.devicebatch.testkit.BatchWorld;
import io.github.devicebatch.testkit.PartnerCenterWorld;
import java.time.Duration;

/** The HTTP adapter keeps the promises of the port, over a real socket. */
class HttpBatchStatusQueryContractTest implements BatchStatusQueryContract {

    @Override
    public BatchWorld newWorld() {
        return PartnerCenterWorld.asking(
                (url, token) -> OneAttempt.at(url)
                        .tokens(AccessTokenSource.fixed(AccessToken.of(token)))
                        .attemptTimeout(Duration.ofSeconds(5))
                        .build(),
                PartnerCenter::batchStatus);
    }
}
