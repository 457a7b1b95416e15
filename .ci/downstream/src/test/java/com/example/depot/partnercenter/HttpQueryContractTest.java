package com.example.depot.partnercenter;

import io.github.devicebatch.testkit.BatchStatusQueryContract;
import io.github.devicebatch.testkit.BatchWorld;
import io.github.devicebatch.testkit.PartnerCenterWorld;

class HttpQueryContractTest implements BatchStatusQueryContract {

    @Override
    public BatchWorld newWorld() {
        return PartnerCenterWorld.asking(HttpQuery::new, query -> query);
    }
}
