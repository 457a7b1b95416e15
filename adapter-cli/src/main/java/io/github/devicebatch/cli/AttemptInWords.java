package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.util.Optional;

/** One line about one attempt: what came of it, and when the next one follows. */
final class AttemptInWords {

    private AttemptInWords() {}

    static String of(BatchReference batch, int attempt, BatchStatusAnswer answer, Optional<Duration> untilNext) {
        return "attempt " + attempt + " of " + batch + ": "
                + untilNext
                        .map(pause -> Clause.of(result(answer)) + "; next in " + Durations.words(pause))
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
}
