package io.github.devicebatch.testkit.contract;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.support.PlainQuery;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;

/** Queries that break one of the {@link AnswerPromises} each. */
final class BrokenAnswers {

    private BrokenAnswers() {}

    @Breaks("BSQ-11")
    static class ReturnsQueuedForUnknown implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return InMemoryEnvironment.ofDecorator(query -> batch -> {
                BatchStatusAnswer answer = query.ask(batch);
                return answer instanceof NotFound ? Answers.found(Batches.queued(batch.tracking())) : answer;
            });
        }
    }

    @Breaks("BSQ-12")
    static class ReplacesTheReason implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return changing(answer -> answer instanceof Refused ? Answers.refused(RefusalReason.REJECTED) : answer);
        }
    }

    @Breaks("BSQ-13")
    static class DropsRetryAfter implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return changing(answer ->
                    answer instanceof Unavailable unavailable ? Answers.unavailable(unavailable.cause()) : answer);
        }
    }

    @Breaks("BSQ-14")
    static class ReturnsRefusedForAServerError implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return changing(answer -> {
                boolean isServerError =
                        answer instanceof Unavailable unavailable && unavailable.cause() == UnavailabilityCause.FAILING;
                return isServerError ? Answers.refused(RefusalReason.REJECTED) : answer;
            });
        }
    }

    @Breaks("BSQ-15")
    static class ReturnsNotFoundWhenUnreachable implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return HttpEnvironment.of(
                    (baseUrl, token) -> new PlainQuery(baseUrl, token) {
                        @Override
                        protected BatchStatusAnswer unreachable() {
                            return Answers.notFound();
                        }
                    },
                    query -> query);
        }
    }

    @Breaks("BSQ-16")
    static class ReturnsNotFoundForUnreadable implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return HttpEnvironment.of(
                    (baseUrl, token) -> new PlainQuery(baseUrl, token) {
                        @Override
                        protected BatchStatusAnswer unreadable() {
                            return Answers.notFound();
                        }
                    },
                    query -> query);
        }
    }

    @Breaks("BSQ-17")
    static class ReturnsUnreadableForTruncated implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return HttpEnvironment.of(
                    (baseUrl, token) -> new PlainQuery(baseUrl, token) {
                        @Override
                        protected BatchStatusAnswer truncated() {
                            return Answers.unreadable();
                        }
                    },
                    query -> query);
        }
    }

    @Breaks("BSQ-18")
    static class AcceptsAnotherBatch implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return HttpEnvironment.of(
                    (baseUrl, token) -> new PlainQuery(baseUrl, token) {
                        @Override
                        protected BatchStatusAnswer described(BatchReference batch, BatchStatus status) {
                            return Answers.found(status);
                        }
                    },
                    query -> query);
        }
    }

    @Breaks("BSQ-19")
    static class HasNoTimeout implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return HttpEnvironment.of(
                            (baseUrl, token) -> new PlainQuery(baseUrl, token) {
                                @Override
                                protected HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> exchange)
                                        throws ExecutionException, InterruptedException {
                                    return exchange.get();
                                }
                            },
                            query -> query)
                    .withTimeout(Duration.ofSeconds(10));
        }
    }

    /** Returns null for a final description without devices. */
    @Breaks("BSQ-20")
    static class ReturnsNull implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return changing(answer -> {
                boolean isEmpty = answer instanceof Found found
                        && found.status().isFinal()
                        && found.status().devices().isEmpty();
                return isEmpty ? null : answer;
            });
        }
    }

    @Breaks("BSQ-20")
    static class ThrowsOnEmptyLists implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return changing(answer -> {
                if (answer instanceof Found found && found.status().isFinal()) {
                    found.status().devices().getFirst();
                }
                return answer;
            });
        }
    }

    /** Creates an environment whose query changes each answer. */
    private static ContractEnvironment changing(UnaryOperator<BatchStatusAnswer> change) {
        return InMemoryEnvironment.ofDecorator(query -> batch -> change.apply(query.ask(batch)));
    }
}
