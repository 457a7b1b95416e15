package io.github.devicebatch.testkit;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.KnownDeviceError;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A rule by which {@link FakePartnerCenter} decides what becomes of a submitted device: one whose serial number (or
 * product key, if it has no serial number) ends in the code of a documented error fails with that error. Every other
 * device is registered, but for two cases that come by themselves: of devices with the same hardware hash in one upload
 * only the first is registered, and a serial number alone, without manufacturer and model, identifies nothing (803).
 *
 * @param ending how the serial number or product key ends, such as {@code 808}
 * @param error the error that the device's row gets
 */
public record MagicSerialNumber(String ending, KnownDeviceError error) {

    private static final List<MagicSerialNumber> RULES = Arrays.stream(KnownDeviceError.values())
            .flatMap(error -> error.code().map(code -> new MagicSerialNumber(code, error)).stream())
            .toList();

    /**
     * Holds the rule.
     *
     * @throws NullPointerException if a part is null
     */
    public MagicSerialNumber {
        requireNonNull(ending, "ending");
        requireNonNull(error, "error");
    }

    /**
     * Lists the rules: one for each error of the catalogue that has a number.
     *
     * @return the rules, in the order of the catalogue; unmodifiable
     */
    public static List<MagicSerialNumber> rules() {
        return RULES;
    }

    /** Finds the rule for a serial number or product key. */
    public static Optional<MagicSerialNumber> of(String identifier) {
        return RULES.stream().filter(rule -> identifier.endsWith(rule.ending)).findFirst();
    }

    public static DeviceError errorOf(KnownDeviceError known) {
        return new DeviceError(known.code(), Optional.of(known.vendorName()));
    }
}
