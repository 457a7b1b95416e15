package io.github.devicebatch.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.ProductKey;
import java.util.Optional;
import java.util.UUID;

/** Examples of devices. The same serial number gives the same device every time. Safe for use by several threads. */
public final class Devices {

    private Devices() {}

    /**
     * Makes a device that got in: {@code finished}, with an id, a product key and no error.
     *
     * @param serialNumber the serial number
     * @return the device
     */
    public static DeviceStatus registered(String serialNumber) {
        return device(serialNumber, DeviceState.Listed.FINISHED, Optional.empty());
    }

    /**
     * Makes a device that the service is working on: {@code processing}.
     *
     * @param serialNumber the serial number
     * @return the device
     */
    public static DeviceStatus processing(String serialNumber) {
        return inState(serialNumber, DeviceState.Listed.PROCESSING);
    }

    /**
     * Makes a device that waits its turn: {@code queued}.
     *
     * @param serialNumber the serial number
     * @return the device
     */
    public static DeviceStatus queued(String serialNumber) {
        return inState(serialNumber, DeviceState.Listed.QUEUED);
    }

    /**
     * Makes a device that did not get in: {@code finished_with_errors}, without an id.
     *
     * @param serialNumber the serial number
     * @param code the number of the error, such as {@code 806}
     * @param name the name of the error, such as {@code ZtdDeviceAlreadyAssigned}
     * @return the device
     * @throws IllegalArgumentException if {@code code} or {@code name} is blank
     */
    public static DeviceStatus failed(String serialNumber, String code, String name) {
        return device(serialNumber, DeviceState.Listed.FINISHED_WITH_ERRORS, Optional.of(DeviceError.of(code, name)));
    }

    /**
     * Makes a device that did not get in because another tenant holds it: error 808.
     *
     * @param serialNumber the serial number
     * @return the device
     */
    public static DeviceStatus assignedToOtherTenant(String serialNumber) {
        return failed(serialNumber, "808", "ZtdDeviceAssignedToOtherTenant");
    }

    /**
     * Makes a device in any state, without an id or an error.
     *
     * @param serialNumber the serial number
     * @param state the state
     * @return the device
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
        return ProductKey.of("00329-00000-0003-%05X".formatted(serialNumber.hashCode() & 0xF_FFFF));
    }
}
