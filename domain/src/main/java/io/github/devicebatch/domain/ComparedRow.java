package io.github.devicebatch.domain;

import java.util.List;
import java.util.Optional;

/** A row, and what was known of its device before: nothing if the row is new. */
record ComparedRow(Optional<DeviceOutcome> before, DeviceStatus now) {

    /** Lists the rows of the devices that became {@code outcome} and had no verdict before. */
    static List<DeviceStatus> newly(DeviceOutcome outcome, List<ComparedRow> rows) {
        return rows.stream()
                .filter(row -> !row.wasSettled() && row.now.outcome() == outcome)
                .map(ComparedRow::now)
                .toList();
    }

    /** Lists the rows of the devices that had a verdict and have none. */
    static List<DeviceStatus> unsettled(List<ComparedRow> rows) {
        return rows.stream()
                .filter(row -> row.wasSettled() && row.now.outcome() == DeviceOutcome.UNSETTLED)
                .map(ComparedRow::now)
                .toList();
    }

    /** Lists the rows of the devices that had one verdict and have the other. */
    static List<DeviceStatus> reversed(List<ComparedRow> rows) {
        return rows.stream()
                .filter(row -> row.wasSettled()
                        && row.now.outcome() != DeviceOutcome.UNSETTLED
                        && row.now.outcome() != row.before.get())
                .map(ComparedRow::now)
                .toList();
    }

    private boolean wasSettled() {
        return before.filter(outcome -> outcome != DeviceOutcome.UNSETTLED).isPresent();
    }
}
