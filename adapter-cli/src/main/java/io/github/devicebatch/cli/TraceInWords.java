package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.domain.BatchReference;
import java.util.UUID;

/** One line about how a question went: what vendor support and a network's owner ask for. */
final class TraceInWords {

    private TraceInWords() {}

    static String of(BatchReference batch, BatchStatusAnswer answer) {
        Trace trace = answer.trace();
        String status =
                trace.httpStatus().isPresent() ? "HTTP " + trace.httpStatus().getAsInt() : "no HTTP status";
        return "asked " + batch + ": " + Verdict.of(answer).words() + ", " + status + ", "
                + Plural.of(trace.attempts(), "attempt", "attempts") + ", "
                + trace.elapsed().toMillis() + " ms, request id "
                + trace.requestId().map(UUID::toString).orElse("none") + ", correlation id "
                + trace.correlationId().map(UUID::toString).orElse("none");
    }
}
