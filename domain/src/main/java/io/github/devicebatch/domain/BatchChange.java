package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The difference between two descriptions of the same upload, computed by {@link BatchMemory#changeTo}.
 *
 * <p>A contradiction is listed among the anomalies only: a device that changed between registered and failed is neither newly
 * registered nor newly failed.
 *
 * @param previous the previous progress; empty for the first description
 * @param current the current progress
 * @param registered the rows of the newly registered devices, in the service's order
 * @param failed the rows of the newly failed devices, without the accepted ones, in the service's order
 * @param anomalies contradictions to the earlier description; normally empty
 * @param accepted the rows of the devices that failed newly with an accepted error, in the service's order
 */
public record BatchChange(
        Optional<BatchProgress> previous,
        BatchProgress current,
        List<DeviceStatus> registered,
        List<DeviceStatus> failed,
        List<BatchAnomaly> anomalies,
        List<DeviceStatus> accepted) {

    /**
     * Creates a change without accepted devices; the lists are copied.
     *
     * @throws NullPointerException if any part, or an element of a list, is null
     */
    public BatchChange(
            Optional<BatchProgress> previous,
            BatchProgress current,
            List<DeviceStatus> registered,
            List<DeviceStatus> failed,
            List<BatchAnomaly> anomalies) {
        this(previous, current, registered, failed, anomalies, List.of());
    }

    /**
     * Creates the change; the lists are copied.
     *
     * @throws NullPointerException if any part, or an element of a list, is null
     */
    public BatchChange {
        requireNonNull(previous, "previous");
        requireNonNull(current, "current");
        registered = List.copyOf(registered);
        failed = List.copyOf(failed);
        anomalies = List.copyOf(anomalies);
        accepted = List.copyOf(accepted);
    }

    /**
     * Returns whether the batch made progress: this is its first description, its state changed and did not go back, devices
     * got a final outcome, or there are more rows than before. An anomaly is not progress.
     */
    public boolean isProgress() {
        int rowsBefore = previous.map(before -> before.tally().total()).orElse(0);
        return (hasNewState() && !wentBack())
                || !registered.isEmpty()
                || !failed.isEmpty()
                || !accepted.isEmpty()
                || current.tally().total() > rowsBefore;
    }

    /**
     * Returns whether the state differs from the previous one, or is the first one.
     */
    public boolean hasNewState() {
        return !previous.map(BatchProgress::state).equals(Optional.of(current.state()));
    }

    private boolean wentBack() {
        return anomalies.stream().anyMatch(BatchAnomaly.StateWentBack.class::isInstance);
    }
}
