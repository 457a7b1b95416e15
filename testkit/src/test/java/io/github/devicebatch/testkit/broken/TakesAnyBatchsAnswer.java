package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.HttpEnvironment;
import io.github.devicebatch.testkit.plain.PlainQuery;
import java.net.URI;

/** Does not look whom an answer is about. */
@Breaks("BSQ-18")
class TakesAnyBatchsAnswer implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return HttpEnvironment.asking(Broken::new, query -> query);
    }

    private static final class Broken extends PlainQuery {

        Broken(URI baseUrl, String token) {
            super(baseUrl, token);
        }

        @Override
        protected BatchStatusAnswer described(BatchReference batch, BatchStatus status) {
            return Answers.found(status);
        }
    }
}
