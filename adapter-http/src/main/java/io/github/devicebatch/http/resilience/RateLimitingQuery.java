package io.github.devicebatch.http.resilience;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.context.QueryContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Decorator that makes each attempt wait for a permit, and all attempts while Partner Center throttles. Thread-safe. */
public final class RateLimitingQuery implements BatchStatusQuery {

    private final BatchStatusQuery inner;
    private final RateLimiter limiter;
    private final InstantSource time;
    private final Pause pause;

    public RateLimitingQuery(BatchStatusQuery inner, RateLimiter limiter, InstantSource time, Pause pause) {
        this.inner = inner;
        this.limiter = limiter;
        this.time = time;
        this.pause = pause;
    }

    @Override
    public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
        requireNonNull(batch, "batch");
        Optional<BatchStatusAnswer> tooLate = waitForPermit();
        if (tooLate.isPresent()) {
            return tooLate.get();
        }
        BatchStatusAnswer answer = inner.ask(batch);
        if (answer instanceof Unavailable unavailable && isThrottledByPartnerCenter(unavailable)) {
            unavailable.retryAfter().ifPresent(limiter::blockFor);
        }
        return answer;
    }

    private static boolean isThrottledByPartnerCenter(Unavailable unavailable) {
        return unavailable.cause() == UnavailabilityCause.THROTTLED && unavailable.party() == Party.PARTNER_CENTER;
    }

    /** Waits for a permit. Returns an answer at once if the query's deadline comes before the permit. */
    private Optional<BatchStatusAnswer> waitForPermit() throws InterruptedException {
        while (true) {
            Duration blocked = limiter.blockedFor();
            if (blocked.isPositive()) {
                if (isTooLate(blocked)) {
                    return Optional.of(throttled(blocked));
                }
                pause.pause(blocked);
                continue;
            }
            Instant permit = limiter.reserve();
            Duration wait = limiter.timeUntil(permit);
            if (wait.isZero()) {
                return Optional.empty();
            }
            if (isTooLate(wait)) {
                limiter.cancel(permit);
                return Optional.of(noPermit());
            }
            pauseUntil(permit, wait);
            if (limiter.blockedFor().isZero()) {
                return Optional.empty();
            }
        }
    }

    private void pauseUntil(Instant permit, Duration wait) throws InterruptedException {
        boolean waited = false;
        try {
            pause.pause(wait);
            waited = true;
        } finally {
            if (!waited) {
                limiter.cancel(permit);
            }
        }
    }

    private boolean isTooLate(Duration wait) {
        return QueryContext.current()
                .filter(context -> context.timeLeft(time.instant()).compareTo(wait) <= 0)
                .isPresent();
    }

    private static Unavailable throttled(Duration left) {
        return new Unavailable(
                UnavailabilityCause.THROTTLED,
                Party.PARTNER_CENTER,
                "Partner Center throttled an earlier request for longer than the time left; nothing was sent",
                Optional.of(left),
                Trace.NOTHING_SENT);
    }

    private static Unavailable noPermit() {
        return new Unavailable(
                UnavailabilityCause.DEADLINE,
                Party.CLIENT,
                "the rate limit allows no request within the time left; nothing was sent",
                Optional.empty(),
                Trace.NOTHING_SENT);
    }

    @Override
    public String toString() {
        return "RateLimitingQuery[" + inner + "]";
    }
}
