package io.github.devicebatch.http.resilience;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.context.QueryContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Lets every attempt wait for its turn; when the service throttles one, all wait. */
public final class RateLimitingQuery implements BatchStatusQuery {

    private static final int UNAUTHORIZED = 401;

    private final BatchStatusQuery inner;
    private final RateLimiter pacer;
    private final InstantSource time;
    private final Pause pause;

    public RateLimitingQuery(BatchStatusQuery inner, RateLimiter pacer, InstantSource time, Pause pause) {
        this.inner = inner;
        this.pacer = pacer;
        this.time = time;
        this.pause = pause;
    }

    @Override
    public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
        requireNonNull(batch, "batch");
        Optional<BatchStatusAnswer> tooLate = waitForTurn();
        if (tooLate.isPresent()) {
            return tooLate.get();
        }
        BatchStatusAnswer answer = inner.ask(batch);
        if (answer instanceof Unavailable unavailable && isThrottled(unavailable)) {
            unavailable.retryAfter().ifPresent(pacer::throttle);
        }
        return answer;
    }

    /** Where nothing was sent, or a 401 came back, whoever issues access tokens throttles, and not Partner Center. */
    private static boolean isThrottled(Unavailable unavailable) {
        return unavailable.cause() == UnavailabilityCause.THROTTLED
                && unavailable.trace().attempts() > 0
                && unavailable.trace().httpStatus().orElse(0) != UNAUTHORIZED;
    }

    /** Returns when it is this thread's turn, or at once with an answer if that would be too late. */
    private Optional<BatchStatusAnswer> waitForTurn() throws InterruptedException {
        while (true) {
            Duration throttled = pacer.throttledFor();
            if (throttled.isPositive()) {
                if (isTooLate(throttled)) {
                    return Optional.of(throttled(throttled));
                }
                pause.pause(throttled);
                continue;
            }
            Instant turn = pacer.take();
            Duration wait = pacer.until(turn);
            if (wait.isZero()) {
                return Optional.empty();
            }
            if (isTooLate(wait)) {
                pacer.giveBack(turn);
                return Optional.of(noTurn());
            }
            pauseForTurn(turn, wait);
            if (pacer.throttledFor().isZero()) {
                return Optional.empty();
            }
        }
    }

    private void pauseForTurn(Instant turn, Duration wait) throws InterruptedException {
        boolean waited = false;
        try {
            pause.pause(wait);
            waited = true;
        } finally {
            if (!waited) {
                pacer.giveBack(turn);
            }
        }
    }

    private boolean isTooLate(Duration wait) {
        return QueryContext.current()
                .filter(question -> question.timeLeft(time.instant()).compareTo(wait) <= 0)
                .isPresent();
    }

    private static Unavailable throttled(Duration left) {
        return new Unavailable(
                UnavailabilityCause.THROTTLED,
                "Partner Center throttled an earlier question for longer than there is time; nothing was sent",
                Optional.of(left),
                Trace.NOTHING_SENT);
    }

    private static Unavailable noTurn() {
        return new Unavailable(
                UnavailabilityCause.DEADLINE,
                "so many questions wait for their turn that it would come too late; nothing was sent",
                Optional.empty(),
                Trace.NOTHING_SENT);
    }

    @Override
    public String toString() {
        return "RateLimiting[" + inner + "]";
    }
}
