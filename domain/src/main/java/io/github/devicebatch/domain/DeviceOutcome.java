package io.github.devicebatch.domain;

/** The outcome of one device. */
public enum DeviceOutcome {
    /** Final, without an error. */
    REGISTERED,
    /** Final with errors, or final with an error named. */
    FAILED,
    /** Not final, or in an undocumented state. */
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
