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

/** One line about one attempt: what came of it, and when the next one follows. */
public final class AttemptText {

    private AttemptText() {}

    public static String of(BatchReference batch, int attempt, BatchStatusAnswer answer, Optional<Duration> untilNext) {
        return "attempt " + attempt + " of " + batch + ": "
                + untilNext
                        .map(pause -> Phrases.Clause.of(result(answer)) + "; next in " + DurationText.words(pause))
                        .orElseGet(() -> result(answer));
    }

    private static String result(BatchStatusAnswer answer) {
        return switch (answer) {
            case Found found -> httpStatus(answer);
            case Unavailable unavailable -> unavailable.detail();
            case Unreadable unreadable -> unreadable.why();
            case NotFound notFound -> declined(answer);
            case Refused refused ->
                answer.trace().httpStatus().isEmpty() ? "no access token to ask with" : declined(answer);
        };
    }

    private static String declined(BatchStatusAnswer answer) {
        return httpStatus(answer) + ", " + Verdict.of(answer).words();
    }

    private static String httpStatus(BatchStatusAnswer answer) {
        return answer.trace().httpStatus().isPresent()
                ? "HTTP " + answer.trace().httpStatus().getAsInt()
                : "no HTTP status";
    }

    /** One line about how a question went: what vendor support and a network's owner ask for. */
    public static final class TraceInWords {

        private TraceInWords() {}

        public static String of(BatchReference batch, BatchStatusAnswer answer) {
            Trace trace = answer.trace();
            String status = trace.httpStatus().isPresent()
                    ? "HTTP " + trace.httpStatus().getAsInt()
                    : "no HTTP status";
            return "asked " + batch + ": " + Verdict.of(answer).words() + ", " + status + ", "
                    + Phrases.of(trace.attempts(), "attempt", "attempts") + ", "
                    + trace.elapsed().toMillis() + " ms, request id "
                    + trace.requestId().map(UUID::toString).orElse("none") + ", correlation id "
                    + trace.correlationId().map(UUID::toString).orElse("none");
        }
    }

    /** How a question came to its answer over several attempts: {@code 3 attempts in 2.1s: failing, timed out, failing}. */
    static final class Story {

        private Story() {}

        /** Appends the story to {@code sentence}, but for a question that was settled at once. */
        static String after(String sentence, BatchStatusAnswer answer) {
            Trace trace = answer.trace();
            return trace.earlierCauses().isEmpty() ? sentence : Phrases.Clause.of(sentence) + told(trace, answer);
        }

        private static String told(Trace trace, BatchStatusAnswer answer) {
            int attempts = attempts(trace);
            return Stream.concat(trace.earlierCauses().stream().map(Story::word), Stream.of(last(answer)))
                    .limit(attempts)
                    .collect(Collectors.joining(
                            ", ",
                            "; " + Phrases.of(attempts, "attempt", "attempts") + " in "
                                    + DurationText.words(trace.elapsed()) + ": ",
                            ""));
        }

        /** Where nothing was ever sent, each attempt was one to get a token. */
        private static int attempts(Trace trace) {
            return trace.attempts() == 0 ? trace.earlierCauses().size() + 1 : trace.attempts();
        }

        private static String last(BatchStatusAnswer answer) {
            return answer instanceof Unavailable unavailable
                    ? word(unavailable.cause())
                    : Verdict.of(answer).words();
        }

        private static String word(UnavailabilityCause cause) {
            return switch (cause) {
                case UNREACHABLE -> "unreachable";
                case TIMED_OUT -> "too slow";
                case THROTTLED -> "throttled";
                case FAILING -> "failing";
                case CIRCUIT_OPEN -> "left alone";
                case UNTRUSTED -> "not trusted";
                case DEADLINE -> "out of time";
            };
        }
    }
}
