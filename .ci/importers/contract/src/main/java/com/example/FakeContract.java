package com.example;

import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;

class FakeContract implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newEnvironment() {
        return InMemoryEnvironment.ofFake();
    }
}
