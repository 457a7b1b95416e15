package io.github.devicebatch.testkit.contract;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;

/** Queries that break one of the {@link AttemptPromises} each. */
final class BrokenAttempts {

    private BrokenAttempts() {}

    @Breaks("BSQ-21")
    static class RetriesNotFound implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return InMemoryEnvironment.ofDecorator(query -> batch -> {
                BatchStatusAnswer answer = query.ask(batch);
                return answer instanceof NotFound ? query.ask(batch) : answer;
            });
        }
    }

    /** Retries at once. */
    @Breaks("BSQ-22")
    static class IgnoresRetryAfter implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return InMemoryEnvironment.ofDecorator(query -> batch -> {
                BatchStatusAnswer answer = query.ask(batch);
                return answer instanceof Unavailable ? query.ask(batch) : answer;
            });
        }
    }
}
