package io.github.devicebatch.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A compact memory of the last description of an upload, from which the next description's changes are computed. It holds
 * the progress and eight bytes per device, not the rows.
 *
 * <p>A device is recognized by serial number and product key. Rows that are equal in both are told apart by their order; a
 * row with neither is recognized by its position. Only a hash of these values is kept. Immutable and thread-safe.
 */
public final class BatchMemory {

    private static final BatchMemory EMPTY = new BatchMemory(Optional.empty(), Optional.empty(), new long[0]);

    private static final int OUTCOME_BITS = 3;
    private static final DeviceOutcome[] OUTCOMES = DeviceOutcome.values();

    private final Optional<BatchProgress> progress;
    /** The last state that has a rank. */
    private final Optional<BatchState> last;

    /** Sorted row fingerprints, each with the outcome of the device in its lowest two bits. */
    private final long[] rows;

    private BatchMemory(Optional<BatchProgress> progress, Optional<BatchState> last, long[] rows) {
        this.progress = progress;
        this.last = last;
        this.rows = rows;
    }

    /**
     * Returns a memory of no description: every settled device of the next one is new.
     *
     * @return the initial memory
     */
    public static BatchMemory empty() {
        return EMPTY;
    }

    /**
     * Returns how far the batch was.
     *
     * @return the progress of the last description, or empty if there was none
     */
    public Optional<BatchProgress> progress() {
        return progress;
    }

    /**
     * Returns the memory of a newer description.
     *
     * @param status the new description of the same batch
     * @return a new memory; this one is unchanged
     * @throws NullPointerException if {@code status} is null
     */
    public BatchMemory after(BatchStatus status) {
        long[] next = RowFingerprints.of(status.devices());
        for (int position = 0; position < next.length; position++) {
            next[position] |= status.devices().get(position).outcome().ordinal();
        }
        Arrays.sort(next);
        Optional<BatchState> place = Optional.of(status.state()).filter(state -> rank(state) > 0);
        return new BatchMemory(Optional.of(status.progress()), place.or(() -> last), next);
    }

    /**
     * Returns what a new description changes.
     *
     * @param status the new description of the same batch
     * @return the difference from the remembered description
     * @throws NullPointerException if {@code status} is null
     */
    public BatchChange changeTo(BatchStatus status) {
        List<RowComparison> compared = compared(status.devices());
        Map<Boolean, List<DeviceStatus>> failed = RowComparison.newly(DeviceOutcome.FAILED, compared).stream()
                .collect(Collectors.partitioningBy(status::isAccepted));
        return new BatchChange(
                progress,
                status.progress(),
                RowComparison.newly(DeviceOutcome.REGISTERED, compared),
                failed.getOrDefault(false, List.of()),
                anomalies(status.state(), compared),
                failed.getOrDefault(true, List.of()));
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

    /** Returns the remembered outcome of the row with this key. */
    private Optional<DeviceOutcome> outcomeOf(long key) {
        int found = Arrays.binarySearch(rows, key);
        int position = found < 0 ? -found - 1 : found;
        return position < rows.length && (rows[position] & ~OUTCOME_BITS) == key
                ? Optional.of(OUTCOMES[(int) rows[position] & OUTCOME_BITS])
                : Optional.empty();
    }

    /** Returns the rank of a state, from 1 on; 0 for a state without rank. */
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
