package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The service's description of one upload.
 *
 * @param trackingId the upload job
 * @param state the state of the batch, in the service's own word
 * @param startedTime when the service started the batch, if it said so
 * @param completedTime when the service completed the batch, if it said so
 * @param devices one row per device, in the service's order; empty while the batch is queued
 * @param remarks descriptions of parts of the answer that could not be read, each safe to print; normally empty
 * @param acceptedErrors the device errors that count as success in counts and outcome; the service does not know them
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/device-deployment-resources">Device deployment
 *     resources: BatchUploadDetails</a>
 */
public record BatchStatus(
        BatchTrackingId trackingId,
        BatchState state,
        Optional<Instant> startedTime,
        Optional<Instant> completedTime,
        List<DeviceStatus> devices,
        List<String> remarks,
        AcceptedErrors acceptedErrors) {

    /**
     * Creates a description in which no error is accepted; the lists are copied.
     *
     * @throws NullPointerException if any part, or an element of a list, is null
     */
    public BatchStatus(
            BatchTrackingId trackingId,
            BatchState state,
            Optional<Instant> startedTime,
            Optional<Instant> completedTime,
            List<DeviceStatus> devices,
            List<String> remarks) {
        this(trackingId, state, startedTime, completedTime, devices, remarks, AcceptedErrors.NONE);
    }

    /**
     * Creates the description; the lists are copied.
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
        requireNonNull(acceptedErrors, "acceptedErrors");
    }

    /**
     * Returns the same description, in which a device that failed with one of these errors counts as success. The rows are the
     * same.
     *
     * @param errors the errors to accept, instead of the present ones
     * @throws NullPointerException if {@code errors} is null
     */
    public BatchStatus accepting(AcceptedErrors errors) {
        return errors.equals(acceptedErrors)
                ? this
                : new BatchStatus(trackingId, state, startedTime, completedTime, devices, remarks, errors);
    }

    /**
     * Returns whether the device failed with an error that is accepted.
     *
     * @param device a row
     * @throws NullPointerException if {@code device} is null
     */
    public boolean isAccepted(DeviceStatus device) {
        return acceptedErrors.accepts(device);
    }

    /**
     * Returns whether the state is final. A final state does not mean success: see {@link #outcome()}.
     */
    public boolean isFinal() {
        return state.isFinal();
    }

    /**
     * Returns the outcome of the upload, computed from all rows at each call.
     */
    public BatchOutcome outcome() {
        return BatchOutcome.of(state, tally());
    }

    /**
     * Returns the number of devices by outcome, counted from all rows at each call.
     */
    public DeviceTally tally() {
        return DeviceTally.of(devices, acceptedErrors);
    }

    /**
     * Returns state, start and counts, without the rows; counted from all rows at each call.
     */
    public BatchProgress progress() {
        return new BatchProgress(state, startedTime, tally());
    }

    /**
     * Returns the failed devices in the service's order, without the accepted ones, as an unmodifiable list; selected from all rows
     * at each call.
     */
    public List<DeviceStatus> failedDevices() {
        return devices.stream()
                .filter(device -> device.outcome() == DeviceOutcome.FAILED && !isAccepted(device))
                .toList();
    }

    /**
     * Returns the time from start to completion.
     *
     * @return the duration, or empty if either time is missing or the completion is before the start
     */
    public Optional<Duration> duration() {
        return startedTime
                .flatMap(started -> completedTime.map(completed -> Duration.between(started, completed)))
                .filter(duration -> !duration.isNegative());
    }
}
