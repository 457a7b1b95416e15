package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The device errors that count as success, by code or name. Error 806, for example, means that the device is registered in this
 * customer's tenant already, which is what some callers want.
 *
 * <p>A code or name of a {@link KnownDeviceError} stands for that error in each of its spellings; any other one is compared with
 * the code and the name that the service sent, ignoring case.
 *
 * @param errors the codes and names, without duplicates
 */
public record AcceptedErrors(Set<String> errors) {

    /** No error counts as success; the default everywhere. */
    public static final AcceptedErrors NONE = new AcceptedErrors(Set.of());

    /**
     * Creates the policy; the set is copied, in its order.
     *
     * @throws NullPointerException if the set or an element is null
     * @throws IllegalArgumentException if an element is blank
     */
    public AcceptedErrors {
        Set<String> copy = new LinkedHashSet<>(errors);
        copy.forEach(error -> {
            if (requireNonNull(error, "error").isBlank()) {
                throw new IllegalArgumentException("the code or name of an accepted error is not blank");
            }
        });
        errors = Collections.unmodifiableSet(copy);
    }

    /**
     * Creates the policy from codes and names such as {@code 806} or {@code ZtdDeviceAlreadyAssigned}.
     *
     * @throws NullPointerException if the collection or an element is null
     * @throws IllegalArgumentException if an element is blank
     */
    public static AcceptedErrors of(Collection<String> errors) {
        return new AcceptedErrors(new LinkedHashSet<>(errors));
    }

    /**
     * Creates the policy from codes and names such as {@code 806} or {@code ZtdDeviceAlreadyAssigned}.
     *
     * @throws NullPointerException if an element is null
     * @throws IllegalArgumentException if an element is blank
     */
    public static AcceptedErrors of(String... errors) {
        return of(Stream.of(errors).toList());
    }

    /**
     * Returns whether the error counts as success.
     *
     * @throws NullPointerException if {@code error} is null
     */
    public boolean accepts(DeviceError error) {
        requireNonNull(error, "error");
        return !errors.isEmpty() && errors.stream().anyMatch(accepted -> matches(accepted, error));
    }

    /**
     * Returns whether the device failed with an error that counts as success. A device that failed without an error is not
     * accepted.
     *
     * @throws NullPointerException if {@code device} is null
     */
    public boolean accepts(DeviceStatus device) {
        return !errors.isEmpty()
                && device.outcome() == DeviceOutcome.FAILED
                && device.error().filter(this::accepts).isPresent();
    }

    /** A known error is compared as such, because sources disagree on some codes, and the service's name decides. */
    private static boolean matches(String accepted, DeviceError error) {
        Optional<KnownDeviceError> known =
                KnownDeviceError.byName(accepted).or(() -> KnownDeviceError.byCode(accepted));
        return known.isPresent()
                ? error.known().equals(known)
                : error.code().filter(accepted::equalsIgnoreCase).isPresent()
                        || error.name().filter(accepted::equalsIgnoreCase).isPresent();
    }

    /** Returns the codes and names, separated by commas; empty for {@link #NONE}. */
    @Override
    public String toString() {
        return errors.stream().collect(Collectors.joining(", "));
    }
}
