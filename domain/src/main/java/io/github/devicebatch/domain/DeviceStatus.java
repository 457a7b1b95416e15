package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What the service says of one device of an upload: one row of its answer.
 *
 * <p>A row carries no hardware hash, model or manufacturer. It is matched to a line of the upload by serial number or
 * product key or, failing both, by position; serial numbers are not unique.
 *
 * @param deviceId the service's id of the device, usually missing for a device that failed
 * @param serialNumber the serial number, missing when only a hardware hash was uploaded
 * @param productKey the product key, if one was uploaded
 * @param state how far the service is with the device
 * @param error what went wrong, if the service names anything
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/device-deployment-resources">Device deployment
 *     resources: DeviceUploadDetails</a>
 */
public record DeviceStatus(
        Optional<String> deviceId,
        Optional<String> serialNumber,
        Optional<ProductKey> productKey,
        DeviceState state,
        Optional<DeviceError> error) {

    /**
     * Holds the row.
     *
     * @throws NullPointerException if any part is null
     */
    public DeviceStatus {
        requireNonNull(deviceId, "deviceId");
        requireNonNull(serialNumber, "serialNumber");
        requireNonNull(productKey, "productKey");
        requireNonNull(state, "state");
        requireNonNull(error, "error");
    }

    /**
     * Tells whether the device really got in.
     *
     * @return {@link DeviceOutcome#FAILED} for a device that {@code finished_with_errors}, and for one that
     *     {@code finished} with an error named; {@link DeviceOutcome#REGISTERED} for one that {@code finished};
     *     {@link DeviceOutcome#UNSETTLED} for any other
     */
    public DeviceOutcome outcome() {
        return DeviceOutcome.of(this);
    }
}
