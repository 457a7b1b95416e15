package io.github.devicebatch.domain;

import java.util.Collection;
import java.util.Locale;

/**
 * The number of devices of an upload by outcome.
 *
 * @param registered number of registered devices
 * @param failed number of failed devices
 * @param unsettled number of devices without a final outcome
 */
public record DeviceTally(int registered, int failed, int unsettled) {

    /**
     * Creates the tally.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public DeviceTally {
        if (registered < 0 || failed < 0 || unsettled < 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a count is not negative: %d registered, %d failed, %d unsettled",
                    registered,
                    failed,
                    unsettled));
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
                    // ignored: unsettled is the difference to the total
                }
            }
        }
        return new DeviceTally(registered, failed, devices.size() - registered - failed);
    }

    /**
     * Returns the number of devices that the service reported.
     */
    public int total() {
        return registered + failed + unsettled;
    }
}
