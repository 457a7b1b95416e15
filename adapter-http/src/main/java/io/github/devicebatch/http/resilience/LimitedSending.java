package io.github.devicebatch.http.resilience;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.http.context.SendGuard;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Guard of requests by the rate limiter and the retry budget that all queries share. Thread-safe. */
public final class LimitedSending implements SendGuard {

    private final RateLimiter limiter;
    private final RetryBudget budget;
    private final PermitWait permits;

    public LimitedSending(RateLimiter limiter, RetryBudget budget, InstantSource time, Pause pause) {
        this.limiter = limiter;
        this.budget = budget;
        this.permits = new PermitWait(limiter, time, pause);
    }

    @Override
    public boolean isHeldBack() {
        return limiter.blockedFor().isPositive();
    }

    /** Takes another permit, so that the requests held back are not sent all at once. */
    @Override
    public Optional<Unavailable> awaitRelease() throws InterruptedException {
        return isHeldBack() ? permits.await() : Optional.empty();
    }

    @Override
    public Optional<Unavailable> awaitPermit() throws InterruptedException {
        return permits.await();
    }

    @Override
    public boolean reserveRetry(Duration left) throws InterruptedException {
        return budget.reserve(left);
    }

    @Override
    public void settleRetry(boolean failed) {
        budget.settle(failed);
    }
}
