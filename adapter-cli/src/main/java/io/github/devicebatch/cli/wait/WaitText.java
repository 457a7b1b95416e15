package io.github.devicebatch.cli.wait;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.cli.message.DurationText;
import io.github.devicebatch.cli.output.BatchText;
import io.github.devicebatch.cli.progress.ElapsedTime;
import io.github.devicebatch.cli.progress.MostFrequent;
import io.github.devicebatch.cli.progress.ProgressText;
import io.github.devicebatch.cli.progress.Throughput;
import io.github.devicebatch.cli.terminal.ClockFormat;
import io.github.devicebatch.domain.BatchProgress;
import io.github.devicebatch.domain.DeviceTally;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Text about the progress of a wait, with times: {@code processing for 3m 05s, 4 of 25 processed, 1 failed}. */
record WaitText(ClockFormat clock) {

    private static final Set<UnavailabilityCause> HOLDING =
            EnumSet.of(UnavailabilityCause.THROTTLED, UnavailabilityCause.CIRCUIT_OPEN);
    private static final int NANOS_BELOW_A_SECOND = 999_999_999;

    /**
     * Returns the progress of a batch, and when the next request is due.
     *
     * @param outage why the service does not answer at present; empty if it does
     */
    String progressAndNext(WaitState.OpenBatch batch, Optional<UnavailabilityCause> outage) {
        String next = next(batch.next(), outage);
        return progress(batch) + (next.isEmpty() ? "" : "; " + next);
    }

    /** While requests are held back, the text about the outage tells until when; in any outage a request that is due may wait. */
    private String next(Optional<Instant> due, Optional<UnavailabilityCause> outage) {
        if (outage.filter(HOLDING::contains).isPresent()) {
            return "";
        }
        return due.filter(instant -> instant.isAfter(now()))
                .map(this::countdown)
                .orElse(outage.isPresent() ? "" : "requesting");
    }

    private String progress(WaitState.OpenBatch batch) {
        return batch.last()
                        .progress()
                        .map(progress -> BatchText.state(progress.state()) + " for " + elapsedSince(batch.since())
                                + BatchText.processedShare(progress.tally()))
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
        return new ElapsedTime(clock.time()).since(begin);
    }

    private Instant now() {
        return clock.time().instant();
    }

    /**
     * Returns the progress of all batches.
     *
     * @param outage why the service does not answer at present; empty if it does
     */
    ProgressText of(WaitState state, Optional<UnavailabilityCause> outage) {
        int done = state.summary().batches();
        return new ProgressText(
                done,
                done + state.open().size(),
                "done",
                state.summary().counts(),
                openByState(state),
                state.devices(),
                state.failures().text(),
                pace(state),
                state.open().isEmpty() ? "" : next(earliest(state), outage));
    }

    /** Returns rate and time left, by devices once each open batch has reported its devices, else by batches. */
    private String pace(WaitState state) {
        Duration elapsed = Duration.between(state.begun(), now());
        List<DeviceTally> open = state.open().values().stream()
                .map(batch -> batch.last().progress().map(BatchProgress::tally).orElse(DeviceTally.ZERO))
                .toList();
        return open.stream().allMatch(tally -> tally.total() > 0) && state.settledMeanwhile() > 0
                ? new Throughput(state.settledMeanwhile(), elapsed, "devices")
                        .text(open.stream().mapToLong(DeviceTally::unsettled).sum())
                : new Throughput(state.endedMeanwhile(), elapsed, "batches").text(open.size());
    }

    /** Returns when the next request is due, of all batches; empty if that of one batch is not known. */
    private static Optional<Instant> earliest(WaitState state) {
        boolean known =
                state.open().values().stream().allMatch(batch -> batch.next().isPresent());
        return state.open().values().stream()
                .flatMap(batch -> batch.next().stream())
                .min(Comparator.naturalOrder())
                .filter(next -> known);
    }

    /** Returns the time until a request: {@code next poll in 23s}. */
    private String countdown(Instant next) {
        return "next poll in "
                + DurationText.format(Duration.ofSeconds(Duration.between(now(), next)
                        .plusNanos(NANOS_BELOW_A_SECOND)
                        .toSeconds()));
    }

    private static String openByState(WaitState state) {
        Map<String, Integer> states = new LinkedHashMap<>();
        state.open().values().forEach(batch -> states.merge(state(batch), 1, Integer::sum));
        return MostFrequent.text(states, (name, count) -> count + " " + name);
    }

    private static String state(WaitState.OpenBatch batch) {
        return batch.last()
                .progress()
                .map(BatchProgress::state)
                .map(BatchText::state)
                .orElseGet(() -> noStatus(batch));
    }
}
