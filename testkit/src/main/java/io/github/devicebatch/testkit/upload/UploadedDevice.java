package io.github.devicebatch.testkit.upload;

import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.ProductKey;
import java.time.Instant;
import java.util.Optional;

/** A submitted device: what becomes of it, and when that is settled. */
record UploadedDevice(SubmittedDevice submitted, String id, Instant settled, Optional<DeviceError> error) {

    boolean isSettled(Instant now) {
        return !now.isBefore(settled);
    }

    boolean isRegistered(Instant now) {
        return isSettled(now) && error.isEmpty();
    }

    /** Gives the row of the device as it is {@code now}. */
    DeviceStatus row(Instant now) {
        return new DeviceStatus(
                isRegistered(now) ? Optional.of(id) : Optional.empty(),
                submitted.serialNumber(),
                submitted.productKey().map(ProductKey::of),
                state(now),
                isSettled(now) ? error : Optional.empty());
    }

    private DeviceState state(Instant now) {
        if (!isSettled(now)) {
            return DeviceState.Listed.IN_PROGRESS;
        }
        return error.isPresent() ? DeviceState.Listed.FINISHED_WITH_ERRORS : DeviceState.Listed.FINISHED;
    }
}
