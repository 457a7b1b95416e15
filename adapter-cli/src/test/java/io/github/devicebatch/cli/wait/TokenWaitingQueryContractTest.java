package io.github.devicebatch.cli.wait;

import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;

/** The contract of the port with waits for a token. */
class TokenWaitingQueryContractTest implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newEnvironment() {
        return InMemoryEnvironment.ofDecorator(ManualTime.start(), TokenWaitingQuery::new);
    }
}
