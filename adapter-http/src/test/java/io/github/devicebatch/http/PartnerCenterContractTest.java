package io.github.devicebatch.http;

import io.github.devicebatch.testkit.BatchStatusQueryContract;
import io.github.devicebatch.testkit.BatchWorld;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.PartnerCenterWorld;

/** The whole stack keeps the promises of the port, over a real socket. */
class PartnerCenterContractTest implements BatchStatusQueryContract {

    @Override
    public BatchWorld newWorld() {
        ManualTime time = ManualTime.start();
        return PartnerCenterWorld.asking(
                url -> PartnerCenter.at(url)
                        .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                        .time(time, time)
                        .build(),
                PartnerCenter::batchStatus);
    }
}
