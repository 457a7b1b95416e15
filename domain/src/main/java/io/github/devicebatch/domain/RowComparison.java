package io.github.devicebatch.domain;

import java.util.List;
import java.util.Optional;

/** A row, and what was known of its device before: nothing if the row is new. */
record RowComparison(Optional<DeviceOutcome> before, DeviceStatus now) {

    /** Lists the rows of the devices that became {@code outcome} and had no verdict before. */
    static List<DeviceStatus> newly(DeviceOutcome outcome, List<RowComparison> rows) {
        return rows.stream()
                .filter(row -> !row.wasSettled() && row.now.outcome() == outcome)
                .map(RowComparison::now)
                .toList();
    }

    /** Lists the rows of the devices that had a verdict and have none. */
    static List<DeviceStatus> unsettled(List<RowComparison> rows) {
        return rows.stream()
                .filter(row -> row.wasSettled() && row.now.outcome() == DeviceOutcome.UNSETTLED)
                .map(RowComparison::now)
                .toList();
    }

    /** Lists the rows of the devices that had one verdict and have the other. */
    static List<DeviceStatus> reversed(List<RowComparison> rows) {
        return rows.stream()
                .filter(row -> row.wasSettled()
                        && row.now.outcome() != DeviceOutcome.UNSETTLED
                        && row.now.outcome() != row.before.get())
                .map(RowComparison::now)
                .toList();
    }

    private boolean wasSettled() {
        return before.filter(outcome -> outcome != DeviceOutcome.UNSETTLED).isPresent();
    }
}
