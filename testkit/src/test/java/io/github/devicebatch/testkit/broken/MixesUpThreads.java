package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Swaps the batches of two threads that meet in it. */
@Breaks("BSQ-28")
class MixesUpThreads implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return InMemoryEnvironment.around(MixesUpThreads::around);
    }

    private static BatchStatusQuery around(BatchStatusQuery right) {
        Exchanger<BatchReference> meeting = new Exchanger<>();
        return batch -> {
            try {
                return right.ask(meeting.exchange(batch, 20, TimeUnit.MILLISECONDS));
            } catch (TimeoutException alone) {
                return right.ask(batch);
            }
        };
    }
}
