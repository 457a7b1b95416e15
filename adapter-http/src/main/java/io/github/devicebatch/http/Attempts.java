package io.github.devicebatch.http;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The attempts of one question so far. Used by the one thread that asks it. */
final class Attempts {

    private int asked;
    private int sent;
    private OptionalInt httpStatus = OptionalInt.empty();
    private List<UnavailabilityCause> causes = List.of();

    void add(BatchStatusAnswer answer) {
        asked++;
        sent += answer.trace().attempts();
        if (answer.trace().httpStatus().isPresent()) {
            httpStatus = answer.trace().httpStatus();
        }
        if (answer instanceof Unavailable unavailable) {
            if (causes.isEmpty()) {
                causes = new ArrayList<>();
            }
            causes.add(unavailable.cause());
        }
    }

    int count() {
        return asked;
    }

    /** Tells the whole story in the last answer's trace; a question settled at once has none to tell. */
    BatchStatusAnswer told(BatchStatusAnswer last, Duration elapsed) {
        if (asked == 1) {
            return last;
        }
        Trace trace = last.trace();
        return last.withTrace(new Trace(
                sent,
                elapsed,
                httpStatus,
                trace.requestId(),
                trace.correlationId(),
                trace.serverIds(),
                causes.subList(0, Math.min(causes.size(), asked - 1))));
    }
}
