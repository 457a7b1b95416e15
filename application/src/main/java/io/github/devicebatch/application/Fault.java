package io.github.devicebatch.application;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The fault that a service reported instead of the status.
 *
 * <p>A code has different meanings with different HTTP statuses: read it together with {@link Trace#httpStatus()}, or use
 * {@link KnownFault}.
 *
 * @param code the service's code, such as {@code 900421}, if there is one
 * @param description the service's description, shortened and safe to print, if there is one
 */
public record Fault(Optional<String> code, Optional<String> description) {

    /** No fault, or none that could be read. */
    public static final Fault UNEXPLAINED = new Fault(Optional.empty(), Optional.empty());

    /**
     * Creates the fault.
     *
     * @throws NullPointerException if either is null
     */
    public Fault {
        requireNonNull(code, "code");
        requireNonNull(description, "description");
    }

    /**
     * Creates a fault with code and description.
     */
    public static Fault of(String code, String description) {
        return new Fault(Optional.of(code), Optional.of(description));
    }

    /** Returns code and description in one line; empty for {@link #UNEXPLAINED}. */
    @Override
    public String toString() {
        return code.map(number ->
                        description.map(words -> number + ": " + words).orElse(number))
                .or(() -> description)
                .orElse("");
    }
}
