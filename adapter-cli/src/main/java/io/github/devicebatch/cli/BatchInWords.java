package io.github.devicebatch.cli;

import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceTally;
import io.github.devicebatch.domain.Excerpt;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The line below a headline: how many devices, how long, and the service's own word for the batch. */
final class BatchInWords {

    private BatchInWords() {}

    static String of(BatchStatus status) {
        return Stream.of(Optional.of(counts(status.tally())), time(status), Optional.of(word(status)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }

    static String counts(DeviceTally tally) {
        if (tally.total() == 0) {
            return "no device reported";
        }
        return Plural.of(tally.total(), "device", "devices")
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
                .map(duration -> "took " + Durations.words(duration))
                .or(() -> status.startedTime().map(started -> "started " + started));
    }

    private static String word(BatchStatus status) {
        return "the batch itself says \"" + Excerpt.of(status.state().text(), 60) + "\"";
    }
}
