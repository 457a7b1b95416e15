package io.github.devicebatch.domain;

/** Whether one device really got in. */
public enum DeviceOutcome {
    /** The service is done with the device and names no error. */
    REGISTERED,
    /** The service is done with the device and it did not get in, or it names an error all the same. */
    FAILED,
    /** The service has not said yet, or in a word that nobody has documented. */
    UNSETTLED;

    static DeviceOutcome of(DeviceStatus device) {
        return switch (device.state()) {
            case DeviceState.Listed.FINISHED_WITH_ERRORS -> FAILED;
            case DeviceState.Listed.FINISHED ->
                device.error().filter(error -> !error.meansSuccess()).isPresent() ? FAILED : REGISTERED;
            case DeviceState.Listed.UNKNOWN,
                    DeviceState.Listed.QUEUED,
                    DeviceState.Listed.PROCESSING,
                    DeviceState.Listed.IN_PROGRESS -> UNSETTLED;
            case DeviceState.Unlisted unlisted -> UNSETTLED;
        };
    }
}
