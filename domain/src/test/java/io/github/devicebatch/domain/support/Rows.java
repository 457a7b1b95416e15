package io.github.devicebatch.domain.support;

import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import java.util.Optional;

/** Rows of an answer, by the state in which the service reports the device and the error that it names. */
public final class Rows {

    private Rows() {}

    public static DeviceStatus row(String state) {
        return row(state, Optional.empty());
    }

    public static DeviceStatus row(String state, DeviceError error) {
        return row(state, Optional.of(error));
    }

    private static DeviceStatus row(String state, Optional<DeviceError> error) {
        return new DeviceStatus(
                Optional.empty(), Optional.of("1234567890"), Optional.empty(), DeviceState.of(state), error);
    }
}
