package io.github.devicebatch.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.ProductKey;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Examples of device statuses. The same serial number gives the same device. Safe for use by several threads. */
public final class Devices {

    private Devices() {}

    /**
     * Returns a registered device: {@code finished}, with a device id and without error.
     *
     * @param serialNumber the serial number
     */
    public static DeviceStatus registered(String serialNumber) {
        return device(serialNumber, DeviceState.Listed.FINISHED, Optional.empty());
    }

    /**
     * Returns a device in progress: {@code processing}.
     *
     * @param serialNumber the serial number
     */
    public static DeviceStatus processing(String serialNumber) {
        return inState(serialNumber, DeviceState.Listed.PROCESSING);
    }

    /**
     * Returns a queued device: {@code queued}.
     *
     * @param serialNumber the serial number
     */
    public static DeviceStatus queued(String serialNumber) {
        return inState(serialNumber, DeviceState.Listed.QUEUED);
    }

    /**
     * Returns a failed device: {@code finished_with_errors}, without device id.
     *
     * @param serialNumber the serial number
     * @param code the error code, such as {@code 806}
     * @param name the error name, such as {@code ZtdDeviceAlreadyAssigned}
     * @throws IllegalArgumentException if {@code code} or {@code name} is blank
     */
    public static DeviceStatus failed(String serialNumber, String code, String name) {
        return device(serialNumber, DeviceState.Listed.FINISHED_WITH_ERRORS, Optional.of(DeviceError.of(code, name)));
    }

    /**
     * Returns a device that failed because another tenant has it: error 808.
     *
     * @param serialNumber the serial number
     */
    public static DeviceStatus assignedToOtherTenant(String serialNumber) {
        return failed(serialNumber, "808", "ZtdDeviceAssignedToOtherTenant");
    }

    /**
     * Returns a device in any state, without device id and error.
     *
     * @param serialNumber the serial number
     * @param state the state
     */
    public static DeviceStatus inState(String serialNumber, DeviceState state) {
        return new DeviceStatus(
                Optional.empty(),
                Optional.of(serialNumber),
                Optional.of(productKey(serialNumber)),
                state,
                Optional.empty());
    }

    private static DeviceStatus device(String serialNumber, DeviceState state, Optional<DeviceError> error) {
        return new DeviceStatus(
                error.isPresent() ? Optional.empty() : Optional.of(deviceId(serialNumber)),
                Optional.of(serialNumber),
                Optional.of(productKey(serialNumber)),
                state,
                error);
    }

    private static String deviceId(String serialNumber) {
        return UUID.nameUUIDFromBytes(serialNumber.getBytes(UTF_8)).toString();
    }

    private static ProductKey productKey(String serialNumber) {
        return ProductKey.of(String.format(Locale.ROOT, "00329-00000-0003-%05X", serialNumber.hashCode() & 0xF_FFFF));
    }
}
