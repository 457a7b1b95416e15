package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;

/** Says of every answer that nothing was sent for it. */
@Breaks("BSQ-29")
class LeavesNoTrace implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return InMemoryEnvironment.around(LeavesNoTrace::around);
    }

    private static BatchStatusQuery around(BatchStatusQuery right) {
        return batch -> right.ask(batch).withTrace(Trace.NOTHING_SENT);
    }
}
