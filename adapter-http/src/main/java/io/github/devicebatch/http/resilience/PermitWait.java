package io.github.devicebatch.http.resilience;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.context.QueryContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Wait for a permit of the rate limiter, within the deadline of the query on the current thread. Thread-safe. */
record PermitWait(RateLimiter limiter, InstantSource time, Pause pause) {

    /** Waits for a permit. Returns an answer at once if the query's deadline comes before the permit. */
    Optional<Unavailable> await() throws InterruptedException {
        while (true) {
            Duration blocked = limiter.blockedFor();
            if (blocked.isPositive()) {
                if (isTooLate(blocked)) {
                    return Optional.of(throttled(limiter.blocker(), blocked));
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

    private static Unavailable throttled(Party blocker, Duration left) {
        return new Unavailable(
                UnavailabilityCause.THROTTLED,
                blocker,
                (blocker == Party.PROXY ? "the proxy" : "Partner Center")
                        + " throttled an earlier request for longer than the time left; nothing was sent",
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
}
