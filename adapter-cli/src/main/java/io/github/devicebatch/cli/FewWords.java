package io.github.devicebatch.cli;

import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.KnownDeviceError;

/** What to do about a failed device, short enough for a cell; {@code explain} has the whole sentence. */
final class FewWords {

    private FewWords() {}

    static String about(DeviceStatus device) {
        return device.error().flatMap(DeviceError::known).map(FewWords::about).orElse("ask vendor support");
    }

    static String about(KnownDeviceError error) {
        return switch (error) {
            case STORAGE_ERROR -> "upload again later";
            case INVALID_ZTD_REQUEST_BODY -> "mend the upload request";
            case INVALID_ZTD_HARDWARE_HASH, ZTD_DEVICE_IS_NOT_UNIQUE -> "capture the hash again";
            case MISSING_ZTD_SERIAL_NUMBER_AND_PRODUCT_KEY -> "supply the product key";
            case ZTD_DEVICE_ALREADY_ASSIGNED -> "nothing, it is registered";
            case ZTD_DEVICE_IS_NOT_REGISTERED -> "import the device first";
            case ZTD_DEVICE_ASSIGNED_TO_OTHER_TENANT -> "have the other tenant deregister it";
            case ZTD_PROFILE_IS_NOT_REGISTERED -> "choose an existing profile";
            case ZTD_PROFILE_ASSIGNED_TO_OTHER_TENANT -> "choose your own profile";
            case ZTD_DEVICE_REGISTERED_BY_OTHER_TENANT -> "have its registrar delete it";
            case ZTD_DEVICE_NOT_FOUND -> "correct serial, maker and model";
            case ZTD_DEVICE_ALREADY_AAD_REGISTERED -> "clean up the directory object";
            case ZTD_DEVICE_DUPLICATED -> "drop the duplicate line";
        };
    }
}
