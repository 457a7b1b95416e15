package io.github.devicebatch.testkit.upload;

import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.ProductKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A device of a simulated upload.
 *
 * @param submitted the device as submitted
 * @param id the device id that it gets when it is registered
 * @param processed the time at which its processing ends
 * @param error the error with which it ends, empty if it is registered
 */
record UploadedDevice(SubmittedDevice submitted, String id, Instant processed, Optional<DeviceError> error) {

    private boolean isProcessed(Instant now) {
        return !now.isBefore(processed);
    }

    boolean isRegistered(Instant now) {
        return isProcessed(now) && error.isEmpty();
    }

    DeviceStatus status(Instant now) {
        return new DeviceStatus(
                isRegistered(now) ? Optional.of(id) : Optional.empty(),
                submitted.serialNumber(),
                submitted.productKey().map(ProductKey::of),
                state(now),
                isProcessed(now) ? error : Optional.empty());
    }

    private DeviceState state(Instant now) {
        if (!isProcessed(now)) {
            return DeviceState.Listed.IN_PROGRESS;
        }
        return error.isPresent() ? DeviceState.Listed.FINISHED_WITH_ERRORS : DeviceState.Listed.FINISHED;
    }
}
