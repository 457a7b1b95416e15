package io.github.devicebatch.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Keeps the keys of the rows sorted, each with the device's outcome in its lowest two bits. */
final class RememberedBatch implements BatchMemory {

    static final RememberedBatch NOTHING = new RememberedBatch(Optional.empty(), Optional.empty(), new long[0]);

    private static final int OUTCOME_BITS = 3;
    private static final DeviceOutcome[] OUTCOMES = DeviceOutcome.values();

    private final Optional<BatchProgress> progress;
    /** The last state that had a place in the order. */
    private final Optional<BatchState> last;

    private final long[] rows;

    private RememberedBatch(Optional<BatchProgress> progress, Optional<BatchState> last, long[] rows) {
        this.progress = progress;
        this.last = last;
        this.rows = rows;
    }

    @Override
    public Optional<BatchProgress> progress() {
        return progress;
    }

    @Override
    public BatchMemory after(BatchStatus status) {
        long[] next = RowFingerprints.of(status.devices());
        for (int position = 0; position < next.length; position++) {
            next[position] |= status.devices().get(position).outcome().ordinal();
        }
        Arrays.sort(next);
        Optional<BatchState> place = Optional.of(status.state()).filter(state -> rank(state) > 0);
        return new RememberedBatch(Optional.of(status.progress()), place.or(() -> last), next);
    }

    @Override
    public BatchChange changeTo(BatchStatus status) {
        List<RowComparison> compared = compared(status.devices());
        return new BatchChange(
                progress,
                status.progress(),
                RowComparison.newly(DeviceOutcome.REGISTERED, compared),
                RowComparison.newly(DeviceOutcome.FAILED, compared),
                anomalies(status.state(), compared));
    }

    private List<RowComparison> compared(List<DeviceStatus> devices) {
        List<RowComparison> compared = new ArrayList<>(devices.size());
        long[] keys = RowFingerprints.of(devices);
        for (int position = 0; position < keys.length; position++) {
            compared.add(new RowComparison(outcomeOf(keys[position]), devices.get(position)));
        }
        return compared;
    }

    private List<BatchAnomaly> anomalies(BatchState state, List<RowComparison> compared) {
        List<BatchAnomaly> anomalies = new ArrayList<>();
        last.filter(before -> 0 < rank(state) && rank(state) < rank(before))
                .ifPresent(before -> anomalies.add(new BatchAnomaly.StateWentBack(before, state)));
        List<DeviceStatus> unsettled = RowComparison.unsettled(compared);
        if (!unsettled.isEmpty()) {
            anomalies.add(new BatchAnomaly.DevicesUnsettled(unsettled));
        }
        List<DeviceStatus> reversed = RowComparison.reversed(compared);
        if (!reversed.isEmpty()) {
            anomalies.add(new BatchAnomaly.VerdictsReversed(reversed));
        }
        long found = compared.stream().filter(row -> row.before().isPresent()).count();
        if (found < rows.length) {
            anomalies.add(new BatchAnomaly.RowsVanished((int) (rows.length - found)));
        }
        return anomalies;
    }

    /** Finds what became of the row with this key, if it is remembered. */
    private Optional<DeviceOutcome> outcomeOf(long key) {
        int found = Arrays.binarySearch(rows, key);
        int position = found < 0 ? -found - 1 : found;
        return position < rows.length && (rows[position] & ~OUTCOME_BITS) == key
                ? Optional.of(OUTCOMES[(int) rows[position] & OUTCOME_BITS])
                : Optional.empty();
    }

    /** Gives a state's place in the order, from 1 on; 0 if it has none. */
    private static int rank(BatchState state) {
        return switch (state) {
            case BatchState.Listed.QUEUED -> 1;
            case BatchState.Listed.PROCESSING -> 2;
            case BatchState.Listed.FINISHED, BatchState.Listed.FINISHED_WITH_ERRORS -> 3;
            case BatchState.Listed.UNKNOWN -> 0;
            case BatchState.Unlisted unlisted -> 0;
        };
    }
}
