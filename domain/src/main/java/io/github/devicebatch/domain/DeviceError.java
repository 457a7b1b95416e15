package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The error of a failed device as the service sent it: a code, a name, or both.
 *
 * @param code the {@code errorCode}, such as {@code 808}, kept as text as the service sends it
 * @param name the {@code errorDescription}, a name such as {@code ZtdDeviceAssignedToOtherTenant}
 */
public record DeviceError(Optional<String> code, Optional<String> name) {

    /**
     * Creates the error.
     *
     * @throws IllegalArgumentException if both are missing, or one is blank
     */
    public DeviceError {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        if (code.isEmpty() && name.isEmpty()) {
            throw new IllegalArgumentException("a device error has a code or a name");
        }
        if (code.filter(String::isBlank).isPresent()
                || name.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("the code or name of a device error is not blank; leave it out");
        }
    }

    /**
     * Creates an error with code and name.
     *
     * @throws IllegalArgumentException if either is blank
     */
    public static DeviceError of(String code, String name) {
        return new DeviceError(Optional.of(code), Optional.of(name));
    }

    /**
     * Returns the catalogue entry of the error, looked up by name first, because sources disagree on some codes, then by code.
     *
     * @return the entry, or empty for an unlisted error
     */
    public Optional<KnownDeviceError> known() {
        return name.flatMap(KnownDeviceError::byName).or(() -> code.flatMap(KnownDeviceError::byCode));
    }

    /**
     * Returns whether this error means success: {@code 0} or {@code 200} without a name. The vendor's page calls the code an HTTP
     * status, and serializers write an unset number as 0.
     */
    boolean meansSuccess() {
        return name.isEmpty() && (code.equals(Optional.of("0")) || code.equals(Optional.of("200")));
    }

    /** Returns code and name: {@code 808 ZtdDeviceAssignedToOtherTenant}. */
    @Override
    public String toString() {
        return code.map(number -> name.map(word -> number + " " + word).orElse(number))
                .orElseGet(name::get);
    }
}
