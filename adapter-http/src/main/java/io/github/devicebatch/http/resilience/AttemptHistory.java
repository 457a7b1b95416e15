package io.github.devicebatch.http.resilience;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Attempts of one query so far. Not thread-safe. */
final class AttemptHistory {

    private final List<UnavailabilityCause> causes = new ArrayList<>();
    private int attempts;
    private int sent;
    private Trace lastSent = Trace.NOTHING_SENT;
    private Trace lastAnswered = Trace.NOTHING_SENT;

    void add(BatchStatusAnswer answer) {
        Trace trace = answer.trace();
        attempts++;
        sent += trace.attempts();
        if (trace.requestId().isPresent()) {
            lastSent = trace;
        }
        if (trace.httpStatus().isPresent()) {
            lastAnswered = trace;
        }
        if (answer instanceof Unavailable unavailable) {
            causes.add(unavailable.cause());
        }
    }

    int count() {
        return attempts;
    }

    /**
     * Returns {@code last} with a trace of all attempts; unchanged after a single attempt. If the last attempt was not sent or
     * not answered, ids and HTTP status are those of the last attempt that was.
     */
    BatchStatusAnswer summarize(BatchStatusAnswer last, Duration elapsed) {
        if (attempts == 1) {
            return last;
        }
        return last.withTrace(new Trace(
                sent,
                elapsed,
                lastAnswered.httpStatus(),
                lastSent.requestId(),
                lastSent.correlationId(),
                lastAnswered.serverIds(),
                causes.subList(0, Math.min(causes.size(), attempts - 1))));
    }
}
