package io.github.devicebatch.http.resilience;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import java.util.Optional;

/** Leaves the service alone for a while when it keeps failing. */
public final class CircuitBreakingQuery implements BatchStatusQuery {

    private final BatchStatusQuery inner;
    private final ClockedCircuitBreaker circuit;

    public CircuitBreakingQuery(BatchStatusQuery inner, ClockedCircuitBreaker circuit) {
        this.inner = inner;
        this.circuit = circuit;
    }

    @Override
    public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
        requireNonNull(batch, "batch");
        Optional<ClockedCircuitBreaker.Pass> pass = circuit.enter();
        if (pass.isEmpty()) {
            return new Unavailable(
                    UnavailabilityCause.CIRCUIT_OPEN,
                    "Partner Center failed so often that it is left alone for a while; nothing was sent",
                    Optional.of(circuit.opensIn()),
                    Trace.NOTHING_SENT);
        }
        boolean recorded = false;
        try {
            BatchStatusAnswer answer = inner.ask(batch);
            recorded = record(answer);
            return answer;
        } finally {
            if (!recorded) {
                circuit.leave(pass.get());
            }
        }
    }

    /** Records a success or a failure; false for what is neither. What was not sent, for want of a token, is neither. */
    private boolean record(BatchStatusAnswer answer) {
        return answer.trace().attempts() > 0 && recordSent(answer);
    }

    private boolean recordSent(BatchStatusAnswer answer) {
        return switch (answer) {
            case Found found -> circuit.succeeded();
            case NotFound notFound -> circuit.provedAlive();
            case Refused refused -> circuit.provedAlive();
            case Unreadable unreadable -> false;
            case Unavailable unavailable ->
                switch (unavailable.cause()) {
                    case UNREACHABLE, TIMED_OUT, UNTRUSTED, FAILING ->
                        !isClientError(unavailable.trace()) && circuit.failed();
                    case THROTTLED, CIRCUIT_OPEN, DEADLINE -> false;
                };
        };
    }

    /** 408 and 425 may pass, and after a 401 there may be no new token; yet a service that answers them is not down. */
    private static boolean isClientError(Trace trace) {
        return trace.httpStatus().orElse(0) / 100 == 4;
    }

    @Override
    public String toString() {
        return "CircuitBreaking[" + inner + "]";
    }
}
