package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.ProductKey;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;
import java.util.List;

/** Prints what it met last. */
@Breaks("BSQ-30")
class PrintsAProductKey implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return InMemoryEnvironment.around(Talkative::new);
    }

    private static final class Talkative implements BatchStatusQuery {

        private final BatchStatusQuery right;
        private volatile List<String> latest = List.of();

        Talkative(BatchStatusQuery right) {
            this.right = right;
        }

        @Override
        public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
            BatchStatusAnswer answer = right.ask(batch);
            if (answer instanceof Found found) {
                latest = found.status().devices().stream()
                        .flatMap(device -> device.productKey().stream())
                        .map(ProductKey::reveal)
                        .toList();
            }
            return answer;
        }

        @Override
        public String toString() {
            return "latest: " + latest;
        }
    }
}
