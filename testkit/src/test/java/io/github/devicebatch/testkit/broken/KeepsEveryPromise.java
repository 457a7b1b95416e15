package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.HttpEnvironment;
import io.github.devicebatch.testkit.plain.PlainQuery;

/** The query that the broken ones over HTTP are made of. */
class KeepsEveryPromise implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return HttpEnvironment.asking(PlainQuery::new, query -> query);
    }
}
