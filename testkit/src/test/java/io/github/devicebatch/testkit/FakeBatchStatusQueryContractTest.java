package io.github.devicebatch.testkit;

class FakeBatchStatusQueryContractTest implements BatchStatusQueryContract {

    @Override
    public BatchWorld newWorld() {
        return FakeBatchWorld.ofTheFake();
    }
}
