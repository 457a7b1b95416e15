package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.domain.BatchProgress;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.DeviceTally;
import io.github.devicebatch.domain.Excerpt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says how far a batch is that is waited for: {@code processing for 3m 05s, 4 of 25 settled, 1 failed}. */
record ProgressInWords(WallClock clock) {

    private static final int LONGEST_STATE = 30;

    /** Says how far a batch is, without any time. */
    static String of(BatchProgress progress) {
        return state(progress.state()) + devices(progress.tally());
    }

    /** Says where an open batch stands, and for how long. */
    String of(OpenBatch batch) {
        return batch.last()
                        .progress()
                        .map(progress ->
                                state(progress.state()) + " for " + since(batch.since()) + devices(progress.tally()))
                        .orElse(batch.questions() == 0 ? "not answered yet" : "not described yet")
                + batch.last().trouble().flatMap(ProgressInWords::trouble).orElse("");
    }

    /** Says the same, and when it is asked about next; nothing of that while the service keeps it waiting. */
    String withNext(OpenBatch batch, boolean isKeptWaiting) {
        return of(batch)
                + batch.next()
                        .filter(moment -> moment.isAfter(now()))
                        .map(moment -> "; next at " + clock.words(moment))
                        .orElse(isKeptWaiting ? "" : "; asking");
    }

    /** Says how long ago something was, in whole seconds. */
    String since(Instant moment) {
        Duration passed = Duration.between(moment, now());
        return Durations.words(Duration.ofSeconds(Math.max(0, passed.toSeconds())));
    }

    static String state(BatchState state) {
        return Excerpt.of(state.text(), LONGEST_STATE).text();
    }

    private static String devices(DeviceTally tally) {
        if (tally.total() == 0) {
            return "";
        }
        return ", " + (tally.registered() + tally.failed()) + " of " + tally.total() + " settled"
                + (tally.failed() == 0 ? "" : ", " + tally.failed() + " failed");
    }

    /** Of a service that does not answer it is told elsewhere, once for all batches. */
    private static Optional<String> trouble(BatchStatusAnswer answer) {
        return switch (answer) {
            case NotFound notFound -> Optional.of("; not found");
            case Unreadable unreadable -> Optional.of("; the answer was unreadable");
            case BatchStatusAnswer.Found found -> Optional.empty();
            case BatchStatusAnswer.Refused refused -> Optional.of("; refused");
            case BatchStatusAnswer.Unavailable unavailable -> Optional.of("; no answer");
        };
    }

    private Instant now() {
        return clock.time().instant();
    }
}
