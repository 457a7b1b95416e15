package io.github.devicebatch.cli.output;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.cli.message.DurationText;
import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.domain.BatchOutcome;
import io.github.devicebatch.domain.BatchProgress;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceTally;
import io.github.devicebatch.domain.Excerpt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text about a batch: its state, its device counts, its duration, and notes. */
public final class BatchText {

    private static final int MAX_STATE_LENGTH = 30;
    private static final int MAX_QUOTED_STATE_LENGTH = 60;

    private BatchText() {}

    /** Returns the line below a headline: device counts, duration or start, and the state that the service reported. */
    public static String details(BatchStatus status) {
        return Stream.of(
                        Optional.of(counts(status.tally()) + accepted(status)),
                        time(status),
                        Optional.of(reportedState(status)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }

    /** Returns texts for the headline of a batch without failures, the longest first: {@code 3 devices, took 10m}. */
    public static List<String> inline(BatchStatus status) {
        String brief = status.isFinal() ? registered(status) : progress(status.progress());
        return time(status).map(time -> List.of(brief + ", " + time, brief)).orElse(List.of(brief));
    }

    private static String registered(BatchStatus status) {
        DeviceTally tally = status.tally();
        return tally.accepted() == 0
                ? Phrases.count(tally.total(), "device", "devices")
                : counts(tally) + accepted(status);
    }

    /** Returns which errors were accepted: {@code  (accepted: 806)}; empty without an accepted device. */
    private static String accepted(BatchStatus status) {
        return status.tally().accepted() == 0 ? "" : " (accepted: " + status.acceptedErrors() + ")";
    }

    /** Returns the device counts: {@code 3 devices: 1 registered, 2 pending}. */
    public static String counts(DeviceTally tally) {
        if (tally.total() == 0) {
            return "no device reported";
        }
        return Phrases.count(tally.total(), "device", "devices")
                + Stream.of(
                                count(tally.registered(), "registered"),
                                count(tally.accepted(), "accepted"),
                                count(tally.failed(), "failed"),
                                count(tally.unsettled(), "pending"))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private static Optional<String> count(int count, String outcome) {
        return count == 0 ? Optional.empty() : Optional.of(count + " " + outcome);
    }

    private static Optional<String> time(BatchStatus status) {
        return status.duration()
                .map(duration -> "took " + DurationText.format(duration))
                .or(() -> status.startedTime().map(started -> "started " + started));
    }

    private static String reportedState(BatchStatus status) {
        return "reported state \"" + Excerpt.of(status.state().text(), MAX_QUOTED_STATE_LENGTH) + "\"";
    }

    /** Returns why success is not confirmed, and the remarks of the decoder. */
    public static List<String> notes(BatchStatus status) {
        return Stream.concat(doubt(status).stream(), status.remarks().stream()).toList();
    }

    private static Optional<String> doubt(BatchStatus status) {
        if (status.outcome() != BatchOutcome.UNCONFIRMED) {
            return Optional.empty();
        }
        DeviceTally tally = status.tally();
        if (tally.total() == 0) {
            return Optional.of("the batch is final, but no device was reported");
        }
        return Optional.of(
                tally.unsettled() > 0
                        ? "the batch is final, but some devices are still pending"
                        : "the batch reports errors, but no device has one");
    }

    /** Returns the progress without times: {@code processing, 4 of 25 processed, 1 failed}. */
    public static String progress(BatchProgress progress) {
        return state(progress.state()) + processed(progress.tally());
    }

    /** Returns the state that the service reported, shortened. */
    public static String state(BatchState state) {
        return Excerpt.of(state.text(), MAX_STATE_LENGTH).text();
    }

    /** Returns how many devices are processed: {@code , 4 of 25 processed, 1 failed}; empty without devices. */
    public static String processed(DeviceTally tally) {
        return processed(tally, "");
    }

    /** Returns how many devices are processed, with their share: {@code , 4 of 25 processed (16%), 1 failed}; empty without devices. */
    public static String processedShare(DeviceTally tally) {
        return tally.total() == 0 ? "" : processed(tally, " (" + tally.settled() * 100L / tally.total() + "%)");
    }

    private static String processed(DeviceTally tally, String share) {
        if (tally.total() == 0) {
            return "";
        }
        return ", " + tally.settled() + " of " + tally.total() + " processed" + share
                + (tally.accepted() == 0 ? "" : ", " + tally.accepted() + " accepted")
                + (tally.failed() == 0 ? "" : ", " + tally.failed() + " failed");
    }

    /** Returns why an answer does not describe the batch; empty if it does, or if the service gave no reason. */
    public static Optional<String> detail(BatchStatusAnswer answer) {
        return switch (answer) {
            case Found found -> Optional.empty();
            case NotFound notFound -> text(notFound.fault());
            case Refused refused -> text(refused.fault());
            case Unavailable unavailable -> Optional.of(UnavailableText.detail(unavailable));
            case Unreadable unreadable -> Optional.of(unreadable.why());
        };
    }

    private static Optional<String> text(Fault fault) {
        return Optional.of(fault.toString()).filter(text -> !text.isEmpty());
    }
}
