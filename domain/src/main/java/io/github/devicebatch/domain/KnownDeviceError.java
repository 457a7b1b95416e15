package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.ReuploadAdvice.DOES_NOT_HELP;
import static io.github.devicebatch.domain.ReuploadAdvice.HELPS;
import static io.github.devicebatch.domain.ReuploadAdvice.HELPS_AFTER_CORRECTION;
import static io.github.devicebatch.domain.ReuploadAdvice.HELPS_AFTER_NEW_CAPTURE;
import static io.github.devicebatch.domain.ReuploadAdvice.HELPS_AFTER_REMOVAL;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The device errors that the vendor documents: meaning, remedy, and whether uploading the device again helps.
 *
 * <p>The vendor's list is open-ended: a {@link DeviceError} may be missing here.
 *
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/customers/autopilot">Windows Autopilot in Partner
 *     Center</a>
 */
public enum KnownDeviceError {
    /** 640: the service's storage failed. */
    STORAGE_ERROR("640", HELPS, "The service's own storage failed.", "Upload the device again later.", "StorageError"),
    /** 801: the request was malformed. */
    INVALID_ZTD_REQUEST_BODY(
            "801",
            DOES_NOT_HELP,
            "The upload request was malformed or named no tenant.",
            "Report it to the author of the upload program; the request has to change.",
            "InvalidZtdRequestBody"),
    /** 802: the hardware hash is unusable. */
    INVALID_ZTD_HARDWARE_HASH(
            "802",
            HELPS_AFTER_NEW_CAPTURE,
            "The hardware hash is invalid, or the manufacturer or serial number inside it is empty.",
            "Capture the hardware hash again on the device.",
            "InvalidZtdHardwareHash"),
    /** 803: no value identifies the device. */
    MISSING_ZTD_SERIAL_NUMBER_AND_PRODUCT_KEY(
            "803",
            HELPS_AFTER_CORRECTION,
            "The line has no usable serial number and no usable product key.",
            "Supply the product key, or serial number, manufacturer and model together.",
            "MissingZtdSerialNumberAndProductKey"),
    /** 806: already registered in this tenant; harmless. */
    ZTD_DEVICE_ALREADY_ASSIGNED(
            "806",
            DOES_NOT_HELP,
            "The device is already registered in this customer's tenant.",
            "Nothing to do: the device is where it should be.",
            "ZtdDeviceAlreadyAssigned"),
    /** 807: the tenant does not know the device. */
    ZTD_DEVICE_IS_NOT_REGISTERED(
            "807",
            DOES_NOT_HELP,
            "The tenant does not know the device.",
            "Import the device first, then repeat what was meant for it.",
            "ZtdDeviceIsNotRegistered"),
    /** 808: another tenant holds the device. */
    ZTD_DEVICE_ASSIGNED_TO_OTHER_TENANT(
            "808",
            HELPS_AFTER_REMOVAL,
            "Another tenant has registered the device.",
            "Have the previous owner or reseller deregister it; failing that, ask vendor support with proof of ownership.",
            "ZtdDeviceAssignedToOtherTenant",
            "ZtdDeviceAssignedToAnotherTenant"),
    /** 809: the profile does not exist in the tenant. */
    ZTD_PROFILE_IS_NOT_REGISTERED(
            "809",
            HELPS_AFTER_CORRECTION,
            "The tenant does not know the profile.",
            "Choose a profile that exists in the tenant.",
            "ZtdProfileIsNotRegistered"),
    /** 810: the profile is another tenant's. */
    ZTD_PROFILE_ASSIGNED_TO_OTHER_TENANT(
            "810",
            HELPS_AFTER_CORRECTION,
            "The profile belongs to another tenant.",
            "Choose a profile of this customer's tenant.",
            "ZtdProfileAssignedToOtherTenant"),
    /** 811: a user of another tenant registered the device. */
    ZTD_DEVICE_REGISTERED_BY_OTHER_TENANT(
            "811",
            HELPS_AFTER_REMOVAL,
            "A user of another tenant has registered the device.",
            "Have that user delete the registration.",
            "ZtdDeviceRegisteredByOtherTenant"),
    /** 812: no device matches the three values. */
    ZTD_DEVICE_NOT_FOUND(
            "812",
            HELPS_AFTER_CORRECTION,
            "No device matches this serial number, manufacturer and model.",
            "Give the values exactly as the firmware has them, or use the product key or the hardware hash.",
            "ZtdDeviceNotFound"),
    /** 813: the hash fits more than one device. */
    ZTD_DEVICE_IS_NOT_UNIQUE(
            "813",
            HELPS_AFTER_NEW_CAPTURE,
            "The hardware hash does not identify one single device, as after a change of the motherboard.",
            "Capture the hardware hash again on the device.",
            "ZtdDeviceIsNotUnique"),
    /** 814: the directory has an object for the device. */
    ZTD_DEVICE_ALREADY_AAD_REGISTERED(
            "814",
            HELPS_AFTER_REMOVAL,
            "The directory already has an object for the device.",
            "Clean up that device object in the customer's directory.",
            "ZtdDeviceAlreadyAadRegistered"),
    /** Without a code: the same hash twice in one upload. */
    ZTD_DEVICE_DUPLICATED(
            "",
            DOES_NOT_HELP,
            "The same hardware hash stands more than once in the upload; one line was processed, this one was not.",
            "Drop the duplicate; look at the other line for the device's outcome.",
            "ZtdDeviceDuplicated");

    private final String code;
    private final ReuploadAdvice uploadingAgain;
    private final String meaning;
    private final String remedy;
    private final List<String> names;

    /** The first name is the documented one; the others are alternative spellings of the vendor. */
    KnownDeviceError(String code, ReuploadAdvice uploadingAgain, String meaning, String remedy, String... names) {
        this.code = code;
        this.uploadingAgain = uploadingAgain;
        this.meaning = meaning;
        this.remedy = remedy;
        this.names = List.of(names);
    }

    /**
     * Returns the error with a name, ignoring case.
     *
     * @param name a name such as {@code ZtdDeviceAssignedToOtherTenant}, in any of the vendor's spellings
     * @return the error, or empty for an unlisted name
     */
    public static Optional<KnownDeviceError> byName(String name) {
        return Arrays.stream(values())
                .filter(error -> error.names.stream().anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }

    /**
     * Returns the error with a code.
     *
     * @param code a code such as {@code 808}
     * @return the error, or empty for an unlisted code
     */
    public static Optional<KnownDeviceError> byCode(String code) {
        return Arrays.stream(values())
                .filter(error -> error.code().equals(Optional.of(code)))
                .findFirst();
    }

    /**
     * Returns the vendor's code, or empty for an error that has only a name.
     */
    public Optional<String> code() {
        return Optional.of(code).filter(number -> !number.isEmpty());
    }

    /**
     * Returns the vendor's name, such as {@code ZtdDeviceAssignedToOtherTenant}.
     */
    public String vendorName() {
        return names.getFirst();
    }

    /** Returns the error as the vendor documents it: its code, if it has one, and its name. */
    DeviceError asDeviceError() {
        return new DeviceError(code(), Optional.of(vendorName()));
    }

    /**
     * Returns what the error means, as one sentence in English.
     */
    public String meaning() {
        return meaning;
    }

    /**
     * Returns what to do, as one sentence in English.
     */
    public String remedy() {
        return remedy;
    }

    /**
     * Returns what to do in a few words, for a table.
     *
     * @return a clause in English of at most 40 characters, without a full stop
     */
    public String shortRemedy() {
        return switch (this) {
            case STORAGE_ERROR -> "upload again later";
            case INVALID_ZTD_REQUEST_BODY -> "correct the upload request";
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

    /**
     * Returns whether uploading the device again helps.
     */
    public ReuploadAdvice uploadingAgain() {
        return uploadingAgain;
    }
}
