package io.github.devicebatch.testkit.upload;

import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.KnownDeviceError;
import io.github.devicebatch.testkit.MagicSerialNumber;
import java.util.Optional;
import java.util.function.Predicate;

/** One line of an upload, as it was sent; what is blank is missing. */
record SubmittedDevice(
        Optional<String> serialNumber,
        Optional<String> productKey,
        Optional<String> hardwareHash,
        Optional<String> manufacturer,
        Optional<String> model) {

    /** Tells whether there is anything at all by which somebody could look for the device. */
    boolean namesAnything() {
        return serialNumber.isPresent() || productKey.isPresent() || hardwareHash.isPresent();
    }

    /** Gives the error with which the device fails; {@code isNew} tells whether a hash is in the upload for the first time. */
    Optional<DeviceError> fate(Predicate<String> isNew) {
        if (hardwareHash.isPresent() && !isNew.test(hardwareHash.get())) {
            return Optional.of(MagicSerialNumber.errorOf(KnownDeviceError.ZTD_DEVICE_DUPLICATED));
        }
        Optional<KnownDeviceError> ruled =
                serialNumber.or(() -> productKey).flatMap(MagicSerialNumber::of).map(MagicSerialNumber::error);
        return ruled.or(this::lackOfIdentity).map(MagicSerialNumber::errorOf);
    }

    private Optional<KnownDeviceError> lackOfIdentity() {
        boolean isIdentified = hardwareHash.isPresent()
                || productKey.isPresent()
                || serialNumber.isPresent() && manufacturer.isPresent() && model.isPresent();
        return isIdentified
                ? Optional.empty()
                : Optional.of(KnownDeviceError.MISSING_ZTD_SERIAL_NUMBER_AND_PRODUCT_KEY);
    }
}
