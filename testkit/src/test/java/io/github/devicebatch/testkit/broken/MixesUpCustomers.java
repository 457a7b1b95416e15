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

/** Remembers whose a tracking id is, as if nobody else could have the same one. */
@Breaks("BSQ-07")
class MixesUpCustomers implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return InMemoryEnvironment.around(MixesUpCustomers::around);
    }

    private static BatchStatusQuery around(BatchStatusQuery right) {
        Map<BatchTrackingId, CustomerId> customers = new ConcurrentHashMap<>();
        return batch -> right.ask(new BatchReference(
                customers.computeIfAbsent(batch.tracking(), first -> batch.customer()), batch.tracking()));
    }
}
