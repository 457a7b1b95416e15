package io.github.devicebatch.cli.message;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text about the attempts of a request: one attempt, the trace of an answer, the attempts before the last one. */
public final class AttemptText {

    private AttemptText() {}

    /**
     * Returns a line about one attempt.
     *
     * @param untilNext the pause before the next attempt; empty if this was the last one
     */
    public static String attempt(
            BatchReference batch, int attempt, BatchStatusAnswer answer, Optional<Duration> untilNext) {
        return "attempt " + attempt + " of " + batch + ": "
                + untilNext
                        .map(pause -> Phrases.withoutFullStop(result(answer)) + "; next attempt in "
                                + DurationText.format(pause))
                        .orElseGet(() -> result(answer));
    }

    private static String result(BatchStatusAnswer answer) {
        return switch (answer) {
            case Found found -> httpStatus(answer);
            case Unavailable unavailable -> UnavailableText.detail(unavailable);
            case Unreadable unreadable -> unreadable.why();
            case NotFound notFound -> declined(answer);
            case Refused refused -> refused.trace().httpStatus().isPresent() ? declined(answer) : unsent(refused);
        };
    }

    private static String declined(BatchStatusAnswer answer) {
        return httpStatus(answer) + ", " + Verdict.of(answer).text();
    }

    private static String unsent(Refused refused) {
        return switch (refused.party()) {
            case IDENTITY_PLATFORM, CLIENT -> "no access token";
            case PARTNER_CENTER, PROXY -> declined(refused);
        };
    }

    private static String httpStatus(BatchStatusAnswer answer) {
        return answer.trace().httpStatus().isPresent()
                ? "HTTP " + answer.trace().httpStatus().getAsInt()
                : "no HTTP status";
    }

    /** Returns a line with the status, time and ids of a request, for vendor support and network administrators. */
    public static String trace(BatchReference batch, BatchStatusAnswer answer) {
        Trace trace = answer.trace();
        return "request for " + batch + ": " + Verdict.of(answer).text() + ", " + httpStatus(answer) + ", "
                + Phrases.count(trace.attempts(), "attempt", "attempts") + ", "
                + trace.elapsed().toMillis() + " ms, request id "
                + trace.requestId().map(UUID::toString).orElse("none") + ", correlation id "
                + trace.correlationId().map(UUID::toString).orElse("none");
    }

    /**
     * Returns {@code sentence} followed by the results of all attempts: {@code 3 attempts in 2.1s: failing, timed out,
     * failing}. After a single attempt it returns {@code sentence} alone.
     */
    static String withAttempts(String sentence, BatchStatusAnswer answer) {
        Trace trace = answer.trace();
        return trace.earlierCauses().isEmpty() ? sentence : Phrases.withoutFullStop(sentence) + attempts(trace, answer);
    }

    private static String attempts(Trace trace, BatchStatusAnswer answer) {
        int attempts = count(trace);
        return Stream.concat(trace.earlierCauses().stream().map(AttemptText::cause), Stream.of(last(answer)))
                .limit(attempts)
                .collect(Collectors.joining(
                        ", ",
                        "; " + Phrases.count(attempts, "attempt", "attempts") + " in "
                                + DurationText.format(trace.elapsed()) + ": ",
                        ""));
    }

    /** Counts requests for an access token if no request for the batch was sent. */
    private static int count(Trace trace) {
        return trace.attempts() == 0 ? trace.earlierCauses().size() + 1 : trace.attempts();
    }

    private static String last(BatchStatusAnswer answer) {
        return answer instanceof Unavailable unavailable
                ? cause(unavailable.cause())
                : Verdict.of(answer).text();
    }

    private static String cause(UnavailabilityCause cause) {
        return switch (cause) {
            case UNREACHABLE -> "unreachable";
            case TIMED_OUT -> "timed out";
            case THROTTLED -> "throttled";
            case FAILING -> "failing";
            case CIRCUIT_OPEN -> "not sent";
            case UNTRUSTED -> "not trusted";
            case DEADLINE -> "out of time";
        };
    }
}
