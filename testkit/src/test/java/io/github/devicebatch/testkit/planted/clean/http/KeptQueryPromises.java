package io.github.devicebatch.testkit.planted.clean.http;

import io.github.devicebatch.testkit.BatchStatusQueryContract;
import io.github.devicebatch.testkit.BatchWorld;

/** Stands for a contract test, under a name that no test run picks up. */
class KeptQueryPromises implements BatchStatusQueryContract {

    @Override
    public BatchWorld newWorld() {
        throw new UnsupportedOperationException("planted");
    }
}
