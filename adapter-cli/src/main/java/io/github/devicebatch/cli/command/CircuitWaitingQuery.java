package io.github.devicebatch.cli.command;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.cli.message.AnswerProblem;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.RetrySettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Query that waits while the circuit breaker is open and then asks again, so that a short outage costs no answer. A query waits no
 * longer than the limit, and all queries together no longer than the limit after the outage has begun: a long outage costs the time
 * once, not for each batch. A failure after all attempts is final. It also asks again while the command lacks the memory for the answer.
 * Thread-safe.
 */
final class CircuitWaitingQuery implements BatchStatusQuery {

    /** The shortest pause: a probe of another query may be in flight when the time has come. */
    private static final Duration MIN_PAUSE = Duration.ofMillis(250);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final int MAX_ATTEMPTS = RetrySettings.DEFAULT.maxAttempts();

    private final BatchStatusQuery query;
    private final InstantSource time;
    private final Pause pause;
    private final Duration limit;
    private Optional<Instant> failingSince = Optional.empty();

    CircuitWaitingQuery(BatchStatusQuery query, InstantSource time, Pause pause, Duration limit) {
        this.query = query;
        this.time = time;
        this.pause = pause;
        this.limit = limit;
    }

    @Override
    public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
        Instant end = time.instant().plus(limit);
        while (true) {
            BatchStatusAnswer answer = withMemory(requireNonNull(batch, "batch"));
            Optional<Duration> wait = untilProbe(answer, end);
            if (wait.isEmpty()) {
                return answer;
            }
            pause.pause(wait.get());
        }
    }

    /** Asks again while other answers hold the memory for this one: it becomes free, because the command reports them meanwhile. */
    private BatchStatusAnswer withMemory(BatchReference batch) throws InterruptedException {
        BatchStatusAnswer answer = query.ask(batch);
        while (answer instanceof Unavailable unavailable && AnswerProblem.lackedMemory(unavailable)) {
            answer = query.ask(batch);
        }
        return answer;
    }

    /** Returns how long to wait before the next request; empty if the answer is to be returned. */
    private synchronized Optional<Duration> untilProbe(BatchStatusAnswer answer, Instant end) {
        if (!(answer instanceof Unavailable unavailable)) {
            failingSince = Optional.empty();
            return Optional.empty();
        }
        if (!isCutShort(unavailable)) {
            return Optional.empty();
        }
        Instant now = time.instant();
        Instant since = failingSince.orElse(now);
        failingSince = Optional.of(since);
        Duration wait = wait(unavailable);
        Instant next = now.plus(wait);
        return next.isBefore(end) && next.isBefore(since.plus(limit)) ? Optional.of(wait) : Optional.empty();
    }

    /** Checks for an open circuit, and for fewer attempts than allowed: the budget for retries was used up by the same outage. */
    private static boolean isCutShort(Unavailable unavailable) {
        return switch (unavailable.cause()) {
            case CIRCUIT_OPEN -> true;
            case UNREACHABLE, TIMED_OUT, FAILING ->
                unavailable.party() == Party.PARTNER_CENTER
                        && unavailable.trace().attempts() < MAX_ATTEMPTS;
            case THROTTLED, UNTRUSTED, DEADLINE -> false;
        };
    }

    private static Duration wait(Unavailable unavailable) {
        Duration min = unavailable.cause() == UnavailabilityCause.CIRCUIT_OPEN ? MIN_PAUSE : PAUSE_AFTER_FAILURE;
        return unavailable
                .retryAfter()
                .filter(delay -> delay.compareTo(min) > 0)
                .orElse(min);
    }
}
