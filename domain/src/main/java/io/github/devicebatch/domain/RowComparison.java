package io.github.devicebatch.domain;

import java.util.List;
import java.util.Optional;

/** A row of the new description, with the remembered outcome of its device; empty for a new row. */
record RowComparison(Optional<DeviceOutcome> before, DeviceStatus now) {

    /** Returns the rows of the devices that now have {@code outcome} and had no final outcome before. */
    static List<DeviceStatus> newly(DeviceOutcome outcome, List<RowComparison> rows) {
        return rows.stream()
                .filter(row -> !row.wasSettled() && row.now.outcome() == outcome)
                .map(RowComparison::now)
                .toList();
    }

    /** Returns the rows of the devices that had a final outcome and are unsettled now. */
    static List<DeviceStatus> unsettled(List<RowComparison> rows) {
        return rows.stream()
                .filter(row -> row.wasSettled() && row.now.outcome() == DeviceOutcome.UNSETTLED)
                .map(RowComparison::now)
                .toList();
    }

    /** Returns the rows of the devices that changed between registered and failed. */
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
