package io.github.devicebatch.domain;

import java.util.Collection;
import java.util.Locale;

/**
 * The number of devices of an upload by outcome.
 *
 * @param registered number of registered devices
 * @param failed number of failed devices, without the accepted ones
 * @param unsettled number of devices without a final outcome
 * @param accepted number of failed devices whose error counts as success ({@link AcceptedErrors})
 */
public record DeviceTally(int registered, int failed, int unsettled, int accepted) {

    /** No devices. */
    public static final DeviceTally ZERO = new DeviceTally(0, 0, 0);

    /**
     * Creates the tally.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public DeviceTally {
        if (registered < 0 || failed < 0 || unsettled < 0 || accepted < 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a count is not negative: %d registered, %d failed, %d unsettled, %d accepted",
                    registered,
                    failed,
                    unsettled,
                    accepted));
        }
    }

    /**
     * Creates the tally of devices of which none is accepted.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public DeviceTally(int registered, int failed, int unsettled) {
        this(registered, failed, unsettled, 0);
    }

    static DeviceTally of(Collection<DeviceStatus> devices, AcceptedErrors policy) {
        int registered = 0;
        int failed = 0;
        int accepted = 0;
        for (DeviceStatus device : devices) {
            switch (device.outcome()) {
                case REGISTERED -> registered++;
                case FAILED -> {
                    failed++;
                    accepted += policy.accepts(device) ? 1 : 0;
                }
                case UNSETTLED -> {
                    // ignored: unsettled is the difference to the total
                }
            }
        }
        return new DeviceTally(registered, failed - accepted, devices.size() - registered - failed, accepted);
    }

    /**
     * Returns the sum of both tallies.
     *
     * @throws NullPointerException if {@code other} is null
     * @throws ArithmeticException if a count exceeds an {@code int}
     */
    public DeviceTally plus(DeviceTally other) {
        return new DeviceTally(
                Math.addExact(registered, other.registered),
                Math.addExact(failed, other.failed),
                Math.addExact(unsettled, other.unsettled),
                Math.addExact(accepted, other.accepted));
    }

    /**
     * Returns the number of devices that the service reported.
     */
    public int total() {
        return registered + failed + unsettled + accepted;
    }

    /**
     * Returns the number of devices that count as success: registered or accepted.
     */
    public int in() {
        return registered + accepted;
    }

    /**
     * Returns the number of devices with a final outcome.
     */
    public int settled() {
        return registered + failed + accepted;
    }
}
