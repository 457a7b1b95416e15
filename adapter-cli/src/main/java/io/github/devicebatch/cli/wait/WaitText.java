package io.github.devicebatch.cli.wait;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.cli.message.DurationText;
import io.github.devicebatch.cli.terminal.ClockFormat;
import io.github.devicebatch.domain.BatchProgress;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.DeviceTally;
import io.github.devicebatch.domain.Excerpt;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says how far a batch is that is waited for: {@code processing for 3m 05s, 4 of 25 settled, 1 failed}. */
public record WaitText(ClockFormat clock) {

    private static final int LONGEST_STATE = 30;

    /** Says how far a batch is, without any time. */
    public static String of(BatchProgress progress) {
        return state(progress.state()) + devices(progress.tally());
    }

    /** Says where an open batch stands, and for how long. */
    String of(WaitState.OpenBatch batch) {
        return batch.last()
                        .progress()
                        .map(progress ->
                                state(progress.state()) + " for " + since(batch.since()) + devices(progress.tally()))
                        .orElse(batch.questions() == 0 ? "not answered yet" : "not described yet")
                + batch.last().trouble().flatMap(WaitText::trouble).orElse("");
    }

    /** Says the same, and when it is asked about next; nothing of that while the service keeps it waiting. */
    String withNext(WaitState.OpenBatch batch, boolean isKeptWaiting) {
        return of(batch)
                + batch.next()
                        .filter(moment -> moment.isAfter(now()))
                        .map(moment -> "; next at " + clock.words(moment))
                        .orElse(isKeptWaiting ? "" : "; asking");
    }

    /** Says how long ago something was, in whole seconds. */
    String since(Instant moment) {
        Duration passed = Duration.between(moment, now());
        return DurationText.words(Duration.ofSeconds(Math.max(0, passed.toSeconds())));
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

    /** Says in one line where many batches stand: {@code 20 of 200 done: 18 all registered, 2 some failed; 180 queued}. */
    static final class BoardInWords {

        private static final int MOST_KINDS = 4;

        private BoardInWords() {}

        static String of(WaitState board) {
            int done = board.summary().batches();
            String counts = board.summary().counts();
            return done + " of " + (done + board.open().size()) + " done" + (counts.isEmpty() ? "" : ": " + counts)
                    + (board.open().isEmpty() ? "" : "; " + open(board));
        }

        /** Counts the open ones by their state, most frequent first. */
        static String open(WaitState board) {
            Map<String, Integer> kinds = new LinkedHashMap<>();
            board.open().values().forEach(batch -> kinds.merge(kind(batch), 1, Integer::sum));
            String most = kinds.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .limit(MOST_KINDS)
                    .map(kind -> kind.getValue() + " " + kind.getKey())
                    .collect(Collectors.joining(", "));
            return kinds.size() > MOST_KINDS ? most + ", …" : most;
        }

        private static String kind(WaitState.OpenBatch batch) {
            return batch.last()
                    .progress()
                    .map(BatchProgress::state)
                    .map(WaitText::state)
                    .orElse(batch.questions() == 0 ? "not answered yet" : "not described yet");
        }
    }
}
