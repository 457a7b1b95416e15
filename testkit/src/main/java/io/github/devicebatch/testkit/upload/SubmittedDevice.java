package io.github.devicebatch.testkit.upload;

import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.KnownDeviceError;
import io.github.devicebatch.testkit.MagicSerialNumber;
import java.util.Optional;
import java.util.function.Predicate;

/** A device of an upload request; blank members count as missing. */
record SubmittedDevice(
        Optional<String> serialNumber,
        Optional<String> productKey,
        Optional<String> hardwareHash,
        Optional<String> manufacturer,
        Optional<String> model) {

    /** Returns whether the device has at least one of serial number, product key and hardware hash. */
    boolean hasAnyId() {
        return serialNumber.isPresent() || productKey.isPresent() || hardwareHash.isPresent();
    }

    /**
     * Returns the error of the device, empty if it is registered.
     *
     * @param isFirst whether a hardware hash occurs for the first time in the upload
     * @param isRetry whether a device failed in an earlier upload because of the service's storage
     */
    Optional<DeviceError> error(Predicate<String> isFirst, Predicate<SubmittedDevice> isRetry) {
        if (hardwareHash.isPresent() && !isFirst.test(hardwareHash.get())) {
            return Optional.of(error(KnownDeviceError.ZTD_DEVICE_DUPLICATED));
        }
        Optional<KnownDeviceError> magic = serialNumber
                .or(() -> productKey)
                .flatMap(MagicSerialNumber::find)
                .map(MagicSerialNumber::error)
                .filter(error -> error != KnownDeviceError.STORAGE_ERROR || !isRetry.test(this));
        return magic.or(this::missingIdentity).map(SubmittedDevice::error);
    }

    private Optional<KnownDeviceError> missingIdentity() {
        boolean isIdentified = hardwareHash.isPresent()
                || productKey.isPresent()
                || serialNumber.isPresent() && manufacturer.isPresent() && model.isPresent();
        return isIdentified
                ? Optional.empty()
                : Optional.of(KnownDeviceError.MISSING_ZTD_SERIAL_NUMBER_AND_PRODUCT_KEY);
    }

    private static DeviceError error(KnownDeviceError known) {
        return new DeviceError(known.code(), Optional.of(known.vendorName()));
    }
}
