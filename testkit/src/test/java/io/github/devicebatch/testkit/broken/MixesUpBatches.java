package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.CustomerId;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers the upload of a customer, as if there could be no other. */
@Breaks("BSQ-08")
class MixesUpBatches implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return InMemoryEnvironment.around(MixesUpBatches::around);
    }

    private static BatchStatusQuery around(BatchStatusQuery right) {
        Map<CustomerId, BatchTrackingId> batches = new ConcurrentHashMap<>();
        return batch -> right.ask(new BatchReference(
                batch.customer(), batches.computeIfAbsent(batch.customer(), first -> batch.tracking())));
    }
}
