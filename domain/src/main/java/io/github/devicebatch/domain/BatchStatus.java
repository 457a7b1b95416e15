package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One upload as the service last described it.
 *
 * @param trackingId the upload job
 * @param state how far the service is with the batch, in its own word
 * @param startedTime when the service began, if it said so
 * @param completedTime when the service ended, if it said so
 * @param devices one row a device, in the service's order; empty while the batch is queued
 * @param remarks what the service sent and could not be understood, in words, each safe to show; almost always empty
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/device-deployment-resources">Device deployment
 *     resources: BatchUploadDetails</a>
 */
public record BatchStatus(
        BatchTrackingId trackingId,
        BatchState state,
        Optional<Instant> startedTime,
        Optional<Instant> completedTime,
        List<DeviceStatus> devices,
        List<String> remarks) {

    /**
     * Holds the description; the lists are copied.
     *
     * @throws NullPointerException if any part, or an element of a list, is null
     */
    public BatchStatus {
        requireNonNull(trackingId, "trackingId");
        requireNonNull(state, "state");
        requireNonNull(startedTime, "startedTime");
        requireNonNull(completedTime, "completedTime");
        devices = List.copyOf(devices);
        remarks = List.copyOf(remarks);
    }

    /**
     * Tells whether the service is done with the batch. It says nothing of success: that is {@link #outcome()}.
     *
     * @return whether the state is final
     */
    public boolean isFinal() {
        return state.isFinal();
    }

    /**
     * Tells whether every device really got in, judged by the rows.
     *
     * @return the outcome
     */
    public BatchOutcome outcome() {
        return BatchOutcome.of(state, tally());
    }

    /**
     * Counts the devices by what became of them.
     *
     * @return the counts
     */
    public DeviceTally tally() {
        return DeviceTally.of(devices);
    }

    /**
     * Gives what is left of the description without its rows.
     *
     * @return state, start and counts
     */
    public BatchProgress progress() {
        return new BatchProgress(state, startedTime, tally());
    }

    /**
     * Lists the devices that did not get in, in the service's order.
     *
     * @return the failed devices; unmodifiable
     */
    public List<DeviceStatus> failedDevices() {
        return devices.stream()
                .filter(device -> device.outcome() == DeviceOutcome.FAILED)
                .toList();
    }

    /**
     * Tells how long the service took.
     *
     * @return the time from start to completion, or empty if either is missing or they are the wrong way round
     */
    public Optional<Duration> duration() {
        return startedTime
                .flatMap(started -> completedTime.map(completed -> Duration.between(started, completed)))
                .filter(duration -> !duration.isNegative());
    }
}
