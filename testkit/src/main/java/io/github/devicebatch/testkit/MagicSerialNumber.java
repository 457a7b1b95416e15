package io.github.devicebatch.testkit;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.domain.KnownDeviceError;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A rule of the fake server: a submitted device fails with an error if its serial number ends in the code of that error.
 * Without a serial number, the product key decides.
 *
 * <p>Other devices are registered, with two exceptions. Of devices with the same hardware hash in one upload, only the first
 * one is registered. A serial number without manufacturer and model fails with 803.
 *
 * @param ending the end of the serial number or product key, such as {@code 808}
 * @param error the error of the device
 */
public record MagicSerialNumber(String ending, KnownDeviceError error) {

    private static final List<MagicSerialNumber> RULES = Arrays.stream(KnownDeviceError.values())
            .flatMap(error -> error.code().map(code -> new MagicSerialNumber(code, error)).stream())
            .toList();

    /**
     * Creates a rule.
     *
     * @throws NullPointerException if a component is null
     */
    public MagicSerialNumber {
        requireNonNull(ending, "ending");
        requireNonNull(error, "error");
    }

    /** Returns the rules, one for each known error with a code, in the order of {@link KnownDeviceError}. */
    public static List<MagicSerialNumber> rules() {
        return RULES;
    }

    /**
     * Returns the rule for an identifier, or empty if there is none.
     *
     * @param identifier a serial number or a product key
     */
    public static Optional<MagicSerialNumber> find(String identifier) {
        return RULES.stream().filter(rule -> identifier.endsWith(rule.ending)).findFirst();
    }
}
