package io.github.devicebatch.http.resilience;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import java.time.InstantSource;
import java.util.Optional;

/** Decorator that makes each attempt wait for a permit, and all attempts while Partner Center or a proxy throttles. Thread-safe. */
public final class RateLimitingQuery implements BatchStatusQuery {

    private final BatchStatusQuery inner;
    private final RateLimiter limiter;
    private final PermitWait permits;

    public RateLimitingQuery(BatchStatusQuery inner, RateLimiter limiter, InstantSource time, Pause pause) {
        this.inner = inner;
        this.limiter = limiter;
        this.permits = new PermitWait(limiter, time, pause);
    }

    @Override
    public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
        requireNonNull(batch, "batch");
        Optional<Unavailable> tooLate = permits.await();
        if (tooLate.isPresent()) {
            return tooLate.get();
        }
        BatchStatusAnswer answer = inner.ask(batch);
        if (answer instanceof Unavailable unavailable && isThrottled(unavailable)) {
            unavailable.retryAfter().ifPresent(time -> limiter.blockFor(time, unavailable.party()));
        }
        return answer;
    }

    /** Checks for a 429 on the way that all queries take. The cache of access tokens holds back requests for tokens. */
    private static boolean isThrottled(Unavailable unavailable) {
        return unavailable.cause() == UnavailabilityCause.THROTTLED
                && CircuitBreakingQuery.isPathToService(unavailable.party());
    }

    @Override
    public String toString() {
        return "RateLimitingQuery[" + inner + "]";
    }
}
