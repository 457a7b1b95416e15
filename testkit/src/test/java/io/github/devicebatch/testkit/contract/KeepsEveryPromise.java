package io.github.devicebatch.testkit.contract;

import io.github.devicebatch.testkit.support.PlainQuery;

/** The correct query, as a subject of the contract. */
class KeepsEveryPromise implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newEnvironment() {
        return HttpEnvironment.of(PlainQuery::new, query -> query);
    }
}
