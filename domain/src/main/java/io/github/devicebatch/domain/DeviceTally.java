package io.github.devicebatch.domain;

import java.util.Collection;

/**
 * Counts the devices of an upload by what became of them.
 *
 * @param registered how many got in
 * @param failed how many did not
 * @param unsettled how many the service has not decided on
 */
public record DeviceTally(int registered, int failed, int unsettled) {

    /**
     * Holds the counts.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public DeviceTally {
        if (registered < 0 || failed < 0 || unsettled < 0) {
            throw new IllegalArgumentException("a count is not negative: %d registered, %d failed, %d unsettled"
                    .formatted(registered, failed, unsettled));
        }
    }

    static DeviceTally of(Collection<DeviceStatus> devices) {
        int registered = 0;
        int failed = 0;
        for (DeviceStatus device : devices) {
            switch (device.outcome()) {
                case REGISTERED -> registered++;
                case FAILED -> failed++;
                case UNSETTLED -> {
                    // what is neither is counted below
                }
            }
        }
        return new DeviceTally(registered, failed, devices.size() - registered - failed);
    }

    /**
     * Adds the counts up.
     *
     * @return how many devices the service reported
     */
    public int total() {
        return registered + failed + unsettled;
    }
}
