package io.github.devicebatch.http.resilience;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The attempts of one question so far. Used by the one thread that asks it. */
final class AttemptHistory {

    private final List<UnavailabilityCause> causes = new ArrayList<>();
    private int asked;
    private int sent;
    private Trace lastSent = Trace.NOTHING_SENT;
    private Trace lastAnswered = Trace.NOTHING_SENT;

    void add(BatchStatusAnswer answer) {
        Trace trace = answer.trace();
        asked++;
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
        return asked;
    }

    /**
     * Tells the whole story in the last answer's trace; a question settled at once has none to tell. The last attempt may
     * not have been sent, or not been answered: the ids are those of the last that was.
     */
    BatchStatusAnswer told(BatchStatusAnswer last, Duration elapsed) {
        if (asked == 1) {
            return last;
        }
        return last.withTrace(new Trace(
                sent,
                elapsed,
                lastAnswered.httpStatus(),
                lastSent.requestId(),
                lastSent.correlationId(),
                lastAnswered.serverIds(),
                causes.subList(0, Math.min(causes.size(), asked - 1))));
    }
}
