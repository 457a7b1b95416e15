package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What is different between two descriptions of the same upload. {@link BatchMemory#changeTo} finds it.
 *
 * <p>What contradicts the earlier description stands among the anomalies and nowhere else: a device whose verdict
 * was reversed is neither newly registered nor newly failed.
 *
 * @param previous how far the batch was; empty for its first description
 * @param current how far it is
 * @param registered the rows of the devices that got in since, in the service's order
 * @param failed the rows of the devices that failed since, in the service's order
 * @param anomalies where the later description contradicts the earlier one; almost always empty
 */
public record BatchChange(
        Optional<BatchProgress> previous,
        BatchProgress current,
        List<DeviceStatus> registered,
        List<DeviceStatus> failed,
        List<BatchAnomaly> anomalies) {

    /**
     * Holds the difference; the lists are copied.
     *
     * @throws NullPointerException if any part, or an element of a list, is null
     */
    public BatchChange {
        requireNonNull(previous, "previous");
        requireNonNull(current, "current");
        registered = List.copyOf(registered);
        failed = List.copyOf(failed);
        anomalies = List.copyOf(anomalies);
    }

    /**
     * Tells whether the batch came on: it is described for the first time, its state changed and did not go back,
     * devices settled, or more rows are there than before. Anomalies are no progress.
     *
     * @return whether there is any progress
     */
    public boolean isProgress() {
        int rowsBefore = previous.map(before -> before.tally().total()).orElse(0);
        return (hasNewState() && !wentBack())
                || !registered.isEmpty()
                || !failed.isEmpty()
                || current.tally().total() > rowsBefore;
    }

    /**
     * Tells whether the batch's state is another one than before, or the first one.
     *
     * @return whether the state is new
     */
    public boolean hasNewState() {
        return !previous.map(BatchProgress::state).equals(Optional.of(current.state()));
    }

    private boolean wentBack() {
        return anomalies.stream().anyMatch(BatchAnomaly.StateWentBack.class::isInstance);
    }
}
