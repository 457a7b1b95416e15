package io.github.devicebatch.testkit.planted.clean.http;

import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;

/** Stands for a contract test, under a name that no test run picks up. */
class KeptQueryPromises implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newEnvironment() {
        throw new UnsupportedOperationException("planted");
    }
}
