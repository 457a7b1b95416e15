package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.testkit.BatchStatusQueryContract;
import io.github.devicebatch.testkit.BatchWorld;
import io.github.devicebatch.testkit.PartnerCenterWorld;
import io.github.devicebatch.testkit.plain.PlainQuery;

/** The query that the broken ones over HTTP are made of. */
class KeepsEveryPromise implements BatchStatusQueryContract {

    @Override
    public BatchWorld newWorld() {
        return PartnerCenterWorld.asking(PlainQuery::new, query -> query);
    }
}
