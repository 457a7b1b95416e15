package com.example;

import io.github.devicebatch.testkit.BatchStatusQueryContract;
import io.github.devicebatch.testkit.BatchWorld;
import io.github.devicebatch.testkit.FakeBatchWorld;

class FakeContract implements BatchStatusQueryContract {

    @Override
    public BatchWorld newWorld() {
        return FakeBatchWorld.ofTheFake();
    }
}
