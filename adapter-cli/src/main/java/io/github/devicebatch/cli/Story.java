package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a question came to its answer over several attempts: {@code 3 attempts in 2.1s: failing, timed out, failing}. */
final class Story {

    private Story() {}

    /** Appends the story to {@code sentence}, but for a question that was settled at once. */
    static String after(String sentence, BatchStatusAnswer answer) {
        Trace trace = answer.trace();
        return trace.earlierCauses().isEmpty() ? sentence : Clause.of(sentence) + told(trace, answer);
    }

    private static String told(Trace trace, BatchStatusAnswer answer) {
        int attempts = attempts(trace);
        return Stream.concat(trace.earlierCauses().stream().map(Story::word), Stream.of(last(answer)))
                .limit(attempts)
                .collect(Collectors.joining(
                        ", ",
                        "; " + Plural.of(attempts, "attempt", "attempts") + " in " + Durations.words(trace.elapsed())
                                + ": ",
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
