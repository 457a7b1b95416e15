package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One row of the service's description of an upload: the status of one device.
 *
 * <p>A row carries no hardware hash, model or manufacturer. It is matched to a line of the upload by serial number or
 * product key or, failing both, by position; serial numbers are not unique.
 *
 * @param deviceId the service's id of the device, usually absent for a failed device
 * @param serialNumber the serial number, absent when only a hardware hash was uploaded
 * @param productKey the product key, if one was uploaded
 * @param state the state of the device, in the service's own word
 * @param error the error, if the service names one
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
     * Creates the row.
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
     * Returns the outcome of the device.
     *
     * @return {@link DeviceOutcome#FAILED} for a device that {@code finished_with_errors}, and for one that
     *     {@code finished} with an error named; {@link DeviceOutcome#REGISTERED} for one that {@code finished};
     *     {@link DeviceOutcome#UNSETTLED} for any other
     */
    public DeviceOutcome outcome() {
        return DeviceOutcome.of(this);
    }

    /**
     * Returns whether it helps to upload the device again.
     *
     * @return the advice of the {@link KnownDeviceError}, or {@link ReuploadAdvice#NOT_KNOWN} if there is none; empty unless the
     *     device failed
     */
    public Optional<ReuploadAdvice> uploadingAgain() {
        return outcome() == DeviceOutcome.FAILED
                ? Optional.of(error.flatMap(DeviceError::known)
                        .map(KnownDeviceError::uploadingAgain)
                        .orElse(ReuploadAdvice.NOT_KNOWN))
                : Optional.empty();
    }
}
