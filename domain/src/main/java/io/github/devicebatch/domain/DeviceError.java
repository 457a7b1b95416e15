package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Why a device did not get in, as the service sent it: a number, a name, or both.
 *
 * @param code the {@code errorCode}, such as {@code 808}, kept as text because the service sends it as one
 * @param name the {@code errorDescription}, which is a name such as {@code ZtdDeviceAssignedToOtherTenant} and no prose
 */
public record DeviceError(Optional<String> code, Optional<String> name) {

    /**
     * Holds what was sent.
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
     * Makes an error of a number and a name.
     *
     * @param code the number
     * @param name the name
     * @return the error
     * @throws IllegalArgumentException if one is blank
     */
    public static DeviceError of(String code, String name) {
        return new DeviceError(Optional.of(code), Optional.of(name));
    }

    /**
     * Looks the error up in the catalogue: by name first, because sources disagree on some numbers, then by number.
     *
     * @return the entry, or empty for an error that is not listed
     */
    public Optional<KnownDeviceError> known() {
        return name.flatMap(KnownDeviceError::named).or(() -> code.flatMap(KnownDeviceError::coded));
    }

    /**
     * Tells whether this is no failure in truth: a bare {@code 0} or {@code 200}. The vendor's page calls the code an HTTP
     * status, and serializers write a number that was never set as 0.
     */
    boolean meansSuccess() {
        return name.isEmpty() && (code.equals(Optional.of("0")) || code.equals(Optional.of("200")));
    }

    /** Gives number and name as people write them: {@code 808 ZtdDeviceAssignedToOtherTenant}. */
    @Override
    public String toString() {
        return code.map(number -> name.map(word -> number + " " + word).orElse(number))
                .orElseGet(name::get);
    }
}
