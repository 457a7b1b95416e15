package io.github.devicebatch.cli.output;

import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceStatus;
import java.util.List;

/** Which devices of a batch are shown. */
public enum DeviceFilter {
    ALL,
    FAILED;

    List<DeviceStatus> of(BatchStatus status) {
        return switch (this) {
            case ALL -> status.devices();
            case FAILED -> status.failedDevices();
        };
    }
}
