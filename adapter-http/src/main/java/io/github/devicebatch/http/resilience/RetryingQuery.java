package io.github.devicebatch.http.resilience;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.AttemptListener;
import io.github.devicebatch.http.RetrySettings;
import io.github.devicebatch.http.context.QueryContext;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * Asks again while there is no answer, a few times and politely. Resilience4j decides whether and when; the waiting is a
 * {@link Pause}, because Resilience4j's own sleeps through a static field of its JVM.
 */
public final class RetryingQuery implements BatchStatusQuery {

    private final BatchStatusQuery inner;
    private final Retry retry;
    private final RetryBudget budget;
    private final QueryContext.Factory questions;
    private final InstantSource time;
    private final Pause pause;
    private final AttemptListener listener;

    public RetryingQuery(
            BatchStatusQuery inner,
            RetrySettings settings,
            LongUnaryOperator random,
            QueryContext.Factory questions,
            Pause pause,
            AttemptListener listener) {
        this.inner = inner;
        this.retry = Retry.of(
                "batchStatus",
                RetryConfig.<BatchStatusAnswer>custom()
                        .maxAttempts(settings.maxAttempts())
                        .retryOnResult(RetryingQuery::mayPass)
                        .intervalBiFunction(new Backoff(settings, random))
                        .build());
        this.budget = new RetryBudget(settings.budgetRatio(), settings.budgetReserve());
        this.questions = questions;
        this.time = questions.time();
        this.pause = pause;
        this.listener = listener;
    }

    @Override
    public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
        requireNonNull(batch, "batch");
        budget.question();
        QueryContext question = questions.next();
        Optional<QueryContext> outer = question.begin();
        try {
            return ask(batch, question);
        } finally {
            question.end(outer);
        }
    }

    private BatchStatusAnswer ask(BatchReference batch, QueryContext question) throws InterruptedException {
        BatchStatusAnswer first = inner.ask(batch);
        if (!mayPass(first)) {
            listener.attempted(batch, 1, first, Optional.empty());
            return first;
        }
        return askAgain(batch, question, first);
    }

    private BatchStatusAnswer askAgain(BatchReference batch, QueryContext question, BatchStatusAnswer first)
            throws InterruptedException {
        Retry.AsyncContext<BatchStatusAnswer> context = retry.asyncContext();
        AttemptHistory attempts = new AttemptHistory();
        BatchStatusAnswer answer = first;
        while (true) {
            attempts.add(answer);
            long delay = context.onResult(answer);
            Optional<BatchStatusAnswer> ending = ending(answer, delay, question);
            Optional<Duration> untilNext =
                    ending.isPresent() ? Optional.empty() : Optional.of(Duration.ofMillis(delay));
            listener.attempted(batch, attempts.count(), answer, untilNext);
            if (ending.isPresent()) {
                return attempts.told(ending.get(), question.elapsed(time.instant()));
            }
            pause.pause(Duration.ofMillis(delay));
            answer = inner.ask(batch);
        }
    }

    /** The answer to end with, or empty to go on after {@code delay}. */
    private Optional<BatchStatusAnswer> ending(BatchStatusAnswer answer, long delay, QueryContext question) {
        if (delay < 0 || !(answer instanceof Unavailable unavailable)) {
            return Optional.of(answer);
        }
        if (question.timeLeft(time.instant()).toMillis() <= delay) {
            return Optional.of(OutOf.time(unavailable));
        }
        return budget.take() ? Optional.empty() : Optional.of(OutOf.budget(unavailable));
    }

    private static boolean mayPass(BatchStatusAnswer answer) {
        return answer instanceof Unavailable unavailable
                && switch (unavailable.cause()) {
                    case UNREACHABLE, TIMED_OUT, THROTTLED, FAILING -> true;
                    case CIRCUIT_OPEN, UNTRUSTED, DEADLINE -> false;
                };
    }

    @Override
    public String toString() {
        return "Retrying[" + inner + "]";
    }

    /** Says why a question was not asked again although it may have helped. */
    static final class OutOf {

        private OutOf() {}

        /** The next attempt would come too late. What the service told stays: it says when to come back. */
        static Unavailable time(Unavailable last) {
            return last.retryAfter().isPresent()
                    ? last
                    : new Unavailable(
                            UnavailabilityCause.DEADLINE,
                            "no time is left for another attempt; the last one: " + last.detail(),
                            last.retryAfter(),
                            last.trace());
        }

        /** Too many questions needed retries of late. */
        static Unavailable budget(Unavailable last) {
            return new Unavailable(
                    last.cause(),
                    last.detail() + "; not retried, because the budget for retries is used up",
                    last.retryAfter(),
                    last.trace());
        }
    }
}
