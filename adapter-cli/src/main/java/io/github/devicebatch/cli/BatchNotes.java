package io.github.devicebatch.cli;

import io.github.devicebatch.domain.BatchOutcome;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceTally;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What else a reader should know of a batch: why success is not confirmed, and what could not be understood. */
final class BatchNotes {

    private BatchNotes() {}

    static List<String> of(BatchStatus status) {
        return Stream.concat(doubt(status).stream(), status.remarks().stream()).toList();
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
