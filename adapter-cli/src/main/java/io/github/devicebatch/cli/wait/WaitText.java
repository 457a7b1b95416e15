package io.github.devicebatch.cli.wait;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.cli.message.DurationText;
import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.output.BatchText;
import io.github.devicebatch.cli.terminal.ClockFormat;
import io.github.devicebatch.domain.BatchProgress;
import io.github.devicebatch.domain.DeviceTally;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Text about the progress of a wait, with times: {@code processing for 3m 05s, 4 of 25 processed, 1 failed}. */
record WaitText(ClockFormat clock) {

    private static final int MAX_STATES = 4;

    /**
     * Returns the progress of a batch, and when the next request is due.
     *
     * @param outage whether the service does not answer: then a request that is due may not be sent yet
     */
    String progressAndNext(WaitState.OpenBatch batch, boolean outage) {
        return progress(batch)
                + batch.next()
                        .filter(instant -> instant.isAfter(now()))
                        .map(instant -> "; next at " + clock.format(instant))
                        .orElse(outage ? "" : "; requesting");
    }

    private String progress(WaitState.OpenBatch batch) {
        return batch.last()
                        .progress()
                        .map(progress -> BatchText.state(progress.state()) + " for " + elapsedSince(batch.since())
                                + BatchText.processed(progress.tally()))
                        .orElseGet(() -> noStatus(batch))
                + batch.last().failure().map(WaitText::failure).orElse("");
    }

    private static String noStatus(WaitState.OpenBatch batch) {
        return batch.requests() == 0 ? "no answer yet" : "no status yet";
    }

    private static String failure(BatchStatusAnswer answer) {
        return switch (answer) {
            case NotFound notFound -> "; not found";
            case Unreadable unreadable -> "; unreadable answer";
            case BatchStatusAnswer.Found found -> "";
            case BatchStatusAnswer.Refused refused -> "; refused";
            case BatchStatusAnswer.Unavailable unavailable -> "; no answer";
        };
    }

    /** Returns how long ago {@code begin} was, in whole seconds. */
    String elapsedSince(Instant begin) {
        Duration elapsed = Duration.between(begin, now());
        return DurationText.format(Duration.ofSeconds(Math.max(0, elapsed.toSeconds())));
    }

    private Instant now() {
        return clock.time().instant();
    }

    /** Returns one line about all batches: {@code 20 of 200 done: 18 all registered, 2 some failed; 180 queued}. */
    static String summary(WaitState state) {
        int done = state.summary().batches();
        String counts = state.summary().counts();
        return done + " of " + (done + state.open().size()) + " done" + (counts.isEmpty() ? "" : ": " + counts)
                + (state.open().isEmpty() ? "" : "; " + openByState(state))
                + devices(state.devices())
                + failures(state.failures());
    }

    /** Returns how many devices are processed: {@code ; 412 of 1000 devices (41%)}; empty while none is reported. */
    private static String devices(DeviceTally tally) {
        return tally.total() == 0
                ? ""
                : "; " + tally.settled() + " of " + Phrases.count(tally.total(), "device", "devices") + " ("
                        + tally.settled() * 100L / tally.total() + "%)";
    }

    /** Returns the failures so far by code: {@code ; failed: 8 × 808, 3 × 806}; empty without a failure. */
    private static String failures(Map<String, Integer> failures) {
        return failures.isEmpty() ? "" : "; failed: " + mostFrequent(failures, (code, count) -> count + " × " + code);
    }

    private static String openByState(WaitState state) {
        Map<String, Integer> states = new LinkedHashMap<>();
        state.open().values().forEach(batch -> states.merge(state(batch), 1, Integer::sum));
        return mostFrequent(states, (name, count) -> count + " " + name);
    }

    private static String mostFrequent(Map<String, Integer> counts, BiFunction<String, Integer, String> text) {
        String mostFrequent = counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MAX_STATES)
                .map(entry -> text.apply(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        return counts.size() > MAX_STATES ? mostFrequent + ", …" : mostFrequent;
    }

    private static String state(WaitState.OpenBatch batch) {
        return batch.last()
                .progress()
                .map(BatchProgress::state)
                .map(BatchText::state)
                .orElseGet(() -> noStatus(batch));
    }
}
