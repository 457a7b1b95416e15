package io.github.devicebatch.cli.output;

import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceStatus;
import java.util.List;

/** Selection of the devices of a batch that a report contains. */
public enum DeviceFilter {
    ALL,
    FAILED;

    /** Returns the selected devices. */
    public List<DeviceStatus> of(BatchStatus status) {
        return switch (this) {
            case ALL -> status.devices();
            case FAILED -> status.failedDevices();
        };
    }
}
