package io.github.devicebatch.http.resilience;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.event.QueryListener;
import java.util.Optional;

/** Decorator that sends nothing while the circuit breaker is open. Thread-safe. */
public final class CircuitBreakingQuery implements BatchStatusQuery {

    private final BatchStatusQuery inner;
    private final ClockedCircuitBreaker breaker;
    private final QueryListener listener;

    public CircuitBreakingQuery(BatchStatusQuery inner, ClockedCircuitBreaker breaker, QueryListener listener) {
        this.inner = inner;
        this.breaker = breaker;
        this.listener = listener;
    }

    @Override
    public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
        requireNonNull(batch, "batch");
        Optional<ClockedCircuitBreaker.Permit> permit = breaker.tryAcquire();
        if (permit.isEmpty()) {
            return circuitOpen();
        }
        BatchStatusAnswer answer = ask(batch, permit.get());
        breaker.change().ifPresent(listener::on);
        return answer;
    }

    private BatchStatusAnswer ask(BatchReference batch, ClockedCircuitBreaker.Permit permit)
            throws InterruptedException {
        boolean recorded = false;
        try {
            breaker.change().ifPresent(listener::on);
            BatchStatusAnswer answer = inner.ask(batch);
            recorded = record(answer);
            return answer;
        } finally {
            if (!recorded) {
                breaker.release(permit);
            }
        }
    }

    private Unavailable circuitOpen() {
        return new Unavailable(
                UnavailabilityCause.CIRCUIT_OPEN,
                Party.PARTNER_CENTER,
                "the circuit breaker is open after repeated failures of Partner Center; nothing was sent",
                Optional.of(breaker.timeUntilProbe()),
                Trace.NOTHING_SENT);
    }

    /** Records a success or a failure. Returns false for an answer that is neither, such as one without a token. */
    private boolean record(BatchStatusAnswer answer) {
        return answer.trace().attempts() > 0 && recordSent(answer);
    }

    private boolean recordSent(BatchStatusAnswer answer) {
        return switch (answer) {
            case Found found -> breaker.onSuccess();
            case NotFound notFound -> breaker.onReachable();
            case Refused refused -> refused.party() != Party.PROXY && breaker.onReachable();
            case Unreadable unreadable -> false;
            case Unavailable unavailable -> isFailureOfService(unavailable) && breaker.onFailure();
        };
    }

    private static boolean isFailureOfService(Unavailable unavailable) {
        return switch (unavailable.cause()) {
            case UNREACHABLE, TIMED_OUT, UNTRUSTED, FAILING ->
                isPathToService(unavailable.party()) && !isClientError(unavailable.trace());
            case THROTTLED, CIRCUIT_OPEN, DEADLINE -> false;
        };
    }

    /** Checks whether the party is on the way that all queries take. */
    static boolean isPathToService(Party party) {
        return switch (party) {
            case PARTNER_CENTER, PROXY -> true;
            case IDENTITY_PLATFORM, CLIENT -> false;
        };
    }

    /** Checks for 408 and 425: both are retried, but a service that answers them is not down. */
    private static boolean isClientError(Trace trace) {
        return trace.httpStatus().orElse(0) / 100 == 4;
    }

    @Override
    public String toString() {
        return "CircuitBreakingQuery[" + inner + "]";
    }
}
