package io.github.devicebatch.http;

import io.github.devicebatch.testkit.BatchStatusQueryContract;
import io.github.devicebatch.testkit.BatchWorld;
import io.github.devicebatch.testkit.PartnerCenterWorld;

/** The HTTP adapter keeps the promises of the port, over a real socket. */
class HttpBatchStatusQueryContractTest implements BatchStatusQueryContract {

    @Override
    public BatchWorld newWorld() {
        return PartnerCenterWorld.asking(url -> OneAttempt.at(url).build(), PartnerCenter::batchStatus);
    }
}
