package io.github.devicebatch.http.resilience;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.context.QueryContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Decorator that retries an attempt that ended as unavailable, within a number of attempts, a deadline and a budget (ADR 0035).
 * Thread-safe.
 */
public final class RetryingQuery implements BatchStatusQuery {

    private final BatchStatusQuery inner;
    private final int maxAttempts;
    private final Backoff backoff;
    private final RetryBudget budget;
    private final QueryContext.Factory contexts;
    private final InstantSource time;
    private final Pause pause;
    private final Observer observer;

    /** Callback after each attempt, on the thread that asks. What it throws ends the query. */
    @FunctionalInterface
    public interface Observer {

        /**
         * Observes an attempt that has ended.
         *
         * @param attempt the number of the attempt; the first is 1
         * @param pause how long until the next attempt; empty if this was the last
         */
        void attempted(BatchReference batch, int attempt, BatchStatusAnswer answer, Optional<Duration> pause);
    }

    public RetryingQuery(
            BatchStatusQuery inner,
            int maxAttempts,
            Backoff backoff,
            RetryBudget budget,
            QueryContext.Factory contexts,
            Pause pause,
            Observer observer) {
        this.inner = inner;
        this.maxAttempts = maxAttempts;
        this.backoff = backoff;
        this.budget = budget;
        this.contexts = contexts;
        this.time = contexts.time();
        this.pause = pause;
        this.observer = observer;
    }

    @Override
    public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
        requireNonNull(batch, "batch");
        budget.deposit();
        QueryContext context = contexts.create();
        Optional<QueryContext> outer = context.begin();
        try {
            return ask(batch, context);
        } finally {
            context.end(outer);
        }
    }

    private BatchStatusAnswer ask(BatchReference batch, QueryContext context) throws InterruptedException {
        BatchStatusAnswer first = inner.ask(batch);
        if (!isRetryable(first)) {
            observer.attempted(batch, 1, first, Optional.empty());
            return first;
        }
        return retry(batch, context, first);
    }

    private BatchStatusAnswer retry(BatchReference batch, QueryContext context, BatchStatusAnswer first)
            throws InterruptedException {
        AttemptHistory attempts = new AttemptHistory();
        BatchStatusAnswer answer = first;
        while (true) {
            attempts.add(answer);
            Optional<Duration> delay = delay(answer, attempts.count());
            Optional<BatchStatusAnswer> last = lastAnswer(answer, delay, context);
            Optional<Duration> untilNext = last.isPresent() ? Optional.empty() : delay;
            observer.attempted(batch, attempts.count(), answer, untilNext);
            if (last.isPresent()) {
                return attempts.summarize(last.get(), context.elapsed(time.instant()));
            }
            pause.pause(untilNext.orElseThrow());
            answer = inner.ask(batch);
        }
    }

    /** Returns the delay before the next attempt; empty if there is none. */
    private Optional<Duration> delay(BatchStatusAnswer answer, int attempts) {
        return attempts < maxAttempts && isRetryable(answer)
                ? Optional.of(Duration.ofMillis(backoff.millis(attempts, answer)))
                : Optional.empty();
    }

    /** Returns the answer to end with; empty to retry after {@code delay}. */
    private Optional<BatchStatusAnswer> lastAnswer(
            BatchStatusAnswer answer, Optional<Duration> delay, QueryContext context) {
        if (delay.isEmpty() || !(answer instanceof Unavailable unavailable)) {
            return Optional.of(answer);
        }
        if (context.timeLeft(time.instant()).toMillis() <= delay.get().toMillis()) {
            return Optional.of(outOfTime(unavailable));
        }
        return isLimitOfClient(unavailable) || budget.tryWithdraw()
                ? Optional.empty()
                : Optional.of(outOfBudget(unavailable));
    }

    /** Checks for a limit of this process, which sent nothing: the budget is for load on the service. */
    private static boolean isLimitOfClient(Unavailable unavailable) {
        return unavailable.party() == Party.CLIENT && unavailable.trace().attempts() == 0;
    }

    /** A named time stays in the answer: it says when a later query may succeed. */
    private static Unavailable outOfTime(Unavailable last) {
        return last.retryAfter().isPresent()
                ? last
                : new Unavailable(
                        UnavailabilityCause.DEADLINE,
                        last.party(),
                        "no time is left for a retry; last attempt: " + last.detail(),
                        last.retryAfter(),
                        last.trace());
    }

    private static Unavailable outOfBudget(Unavailable last) {
        return new Unavailable(
                last.cause(),
                last.party(),
                last.detail() + "; not retried, because the budget for retries is used up",
                last.retryAfter(),
                last.trace());
    }

    private static boolean isRetryable(BatchStatusAnswer answer) {
        return answer instanceof Unavailable unavailable
                && switch (unavailable.cause()) {
                    case UNREACHABLE, TIMED_OUT, THROTTLED, FAILING -> true;
                    case CIRCUIT_OPEN, UNTRUSTED, DEADLINE -> false;
                };
    }

    @Override
    public String toString() {
        return "RetryingQuery[" + inner + "]";
    }
}
