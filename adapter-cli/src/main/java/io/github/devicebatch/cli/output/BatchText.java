package io.github.devicebatch.cli.output;

import io.github.devicebatch.cli.message.DurationText;
import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.domain.BatchOutcome;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceTally;
import io.github.devicebatch.domain.Excerpt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The line below a headline: how many devices, how long, and the service's own word for the batch. */
public final class BatchText {

    private BatchText() {}

    static String of(BatchStatus status) {
        return Stream.of(Optional.of(counts(status.tally())), time(status), Optional.of(word(status)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }

    public static String counts(DeviceTally tally) {
        if (tally.total() == 0) {
            return "no device reported";
        }
        return Phrases.of(tally.total(), "device", "devices")
                + Stream.of(
                                count(tally.registered(), "registered"),
                                count(tally.failed(), "failed"),
                                count(tally.unsettled(), "not settled"))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private static Optional<String> count(int count, String what) {
        return count == 0 ? Optional.empty() : Optional.of(count + " " + what);
    }

    private static Optional<String> time(BatchStatus status) {
        return status.duration()
                .map(duration -> "took " + DurationText.words(duration))
                .or(() -> status.startedTime().map(started -> "started " + started));
    }

    private static String word(BatchStatus status) {
        return "the batch itself says \"" + Excerpt.of(status.state().text(), 60) + "\"";
    }

    /** What else a reader should know of a batch: why success is not confirmed, and what could not be understood. */
    static final class BatchNotes {

        private BatchNotes() {}

        static List<String> of(BatchStatus status) {
            return Stream.concat(doubt(status).stream(), status.remarks().stream())
                    .toList();
        }

        private static Optional<String> doubt(BatchStatus status) {
            if (status.outcome() != BatchOutcome.UNCONFIRMED) {
                return Optional.empty();
            }
            DeviceTally tally = status.tally();
            if (tally.total() == 0) {
                return Optional.of("the batch is over, but no device was reported");
            }
            return Optional.of(
                    tally.unsettled() > 0
                            ? "the batch is over, but not every device is settled"
                            : "the batch reports errors that no device shows");
        }
    }
}
