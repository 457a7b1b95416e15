package io.github.devicebatch.testkit.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.KnownDeviceError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A simulated upload: queued, then processing with one device finished after another, then finished. Immutable; its status
 * depends on the clock.
 */
public final class UploadJob {

    private final InstantSource time;
    private final BatchTrackingId tracking;
    private final Instant started;
    private final List<UploadedDevice> devices;

    /**
     * Creates an upload that begins now.
     *
     * @param isRetry whether a device failed in an earlier upload because of the service's storage; it is registered now
     */
    UploadJob(
            InstantSource time,
            UploadDurations durations,
            BatchTrackingId tracking,
            List<SubmittedDevice> submitted,
            Predicate<SubmittedDevice> isRetry) {
        this.time = time;
        this.tracking = tracking;
        this.started = time.instant().truncatedTo(ChronoUnit.SECONDS).plus(durations.queued());
        this.devices = uploaded(submitted, durations.processing(), isRetry);
    }

    private List<UploadedDevice> uploaded(
            List<SubmittedDevice> submitted, Duration processing, Predicate<SubmittedDevice> isRetry) {
        List<UploadedDevice> uploaded = new ArrayList<>(submitted.size());
        Set<String> hashes = new HashSet<>();
        for (SubmittedDevice device : submitted) {
            int number = uploaded.size() + 1;
            String id = UUID.nameUUIDFromBytes((tracking + "/" + number).getBytes(UTF_8))
                    .toString();
            Instant processed = started.plus(processing.multipliedBy(number).dividedBy(submitted.size()));
            uploaded.add(new UploadedDevice(device, id, processed, device.error(hashes::add, isRetry)));
        }
        return List.copyOf(uploaded);
    }

    List<UploadedDevice> devices() {
        return devices;
    }

    /** Returns the devices that fail because of the service's storage. */
    List<SubmittedDevice> storageErrors() {
        return devices.stream()
                .filter(device ->
                        device.error().flatMap(DeviceError::known).equals(Optional.of(KnownDeviceError.STORAGE_ERROR)))
                .map(UploadedDevice::submitted)
                .toList();
    }

    /** Returns the status of the upload now. */
    public BatchStatus status() {
        Instant now = time.instant();
        BatchState state = state(now);
        boolean isStarted = state != BatchState.Listed.QUEUED;
        return new BatchStatus(
                tracking,
                state,
                isStarted ? Optional.of(started) : Optional.empty(),
                state.isFinal() ? Optional.of(completed()) : Optional.empty(),
                isStarted ? devices.stream().map(device -> device.status(now)).toList() : List.of(),
                List.of());
    }

    BatchState state(Instant now) {
        if (now.isBefore(started)) {
            return BatchState.Listed.QUEUED;
        }
        return now.isBefore(completed()) ? BatchState.Listed.PROCESSING : BatchState.Listed.FINISHED;
    }

    private Instant completed() {
        return devices.getLast().processed();
    }
}
