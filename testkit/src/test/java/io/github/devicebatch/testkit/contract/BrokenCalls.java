package io.github.devicebatch.testkit.contract;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.ProductKey;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.support.PlainQuery;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Queries that break one of the {@link CallPromises} each. */
final class BrokenCalls {

    private BrokenCalls() {}

    @Breaks("BSQ-23")
    static class AcceptsNull implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return InMemoryEnvironment.ofDecorator(
                    query -> batch -> batch == null ? Answers.notFound() : query.ask(batch));
        }
    }

    @Breaks("BSQ-24")
    static class IgnoresAnEarlierInterruption implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return InMemoryEnvironment.ofDecorator(query -> batch -> {
                Thread.interrupted();
                return query.ask(batch);
            });
        }
    }

    /** Returns an answer if it is interrupted during the call. */
    @Breaks("BSQ-25")
    static class SwallowsInterruptedException implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return InMemoryEnvironment.ofDecorator(query -> batch -> {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                try {
                    return query.ask(batch);
                } catch (InterruptedException e) {
                    return Answers.unavailable(UnavailabilityCause.UNREACHABLE);
                }
            });
        }
    }

    @Breaks("BSQ-26")
    static class KeepsTheInterruptStatus implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return InMemoryEnvironment.ofDecorator(query -> batch -> {
                try {
                    return query.ask(batch);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw e;
                }
            });
        }
    }

    /** Admits one call per batch at a time, and does not release the permit of an interrupted call. */
    @Breaks("BSQ-27")
    static class LeaksThePermitOfAnInterruptedCall implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            Set<BatchReference> permits = ConcurrentHashMap.newKeySet();
            return InMemoryEnvironment.ofDecorator(query -> batch -> {
                if (!permits.add(batch)) {
                    return Answers.unavailable(UnavailabilityCause.DEADLINE);
                }
                BatchStatusAnswer answer = query.ask(batch);
                permits.remove(batch);
                return answer;
            });
        }
    }

    /** Swaps the batches of two concurrent calls. */
    @Breaks("BSQ-28")
    static class ConfusesThreads implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            Exchanger<BatchReference> exchanger = new Exchanger<>();
            return InMemoryEnvironment.ofDecorator(query -> batch -> {
                try {
                    return query.ask(exchanger.exchange(batch, 20, TimeUnit.MILLISECONDS));
                } catch (TimeoutException e) {
                    return query.ask(batch);
                }
            });
        }
    }

    @Breaks("BSQ-29")
    static class ReturnsAnEmptyTrace implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return InMemoryEnvironment.ofDecorator(
                    query -> batch -> query.ask(batch).withTrace(Trace.NOTHING_SENT));
        }
    }

    @Breaks("BSQ-30")
    static class PrintsAProductKey implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return InMemoryEnvironment.ofDecorator(PrintsLatestKeys::new);
        }

        private static final class PrintsLatestKeys implements BatchStatusQuery {

            private final BatchStatusQuery query;
            private volatile List<String> latest = List.of();

            PrintsLatestKeys(BatchStatusQuery query) {
                this.query = query;
            }

            @Override
            public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
                BatchStatusAnswer answer = query.ask(batch);
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

    @Breaks("BSQ-31")
    static class PrintsItsToken implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return HttpEnvironment.of(
                    (baseUrl, token) -> new PlainQuery(baseUrl, token) {
                        @Override
                        public String toString() {
                            return "PlainQuery[token=" + token + "]";
                        }
                    },
                    query -> query);
        }
    }
}
