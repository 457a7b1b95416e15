package io.github.devicebatch.application;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What the service said when it did not answer the question.
 *
 * <p>The same code means different things under different HTTP statuses: read it together with
 * {@link Trace#httpStatus()}, or ask {@link KnownFault}.
 *
 * @param code the service's own code, such as {@code 900421}, if it sent one
 * @param description the service's own words, shortened and safe to show, if it sent any
 */
public record Fault(Optional<String> code, Optional<String> description) {

    /** The service said nothing, or nothing that could be read. */
    public static final Fault UNEXPLAINED = new Fault(Optional.empty(), Optional.empty());

    /**
     * Holds what was said.
     *
     * @throws NullPointerException if either is null
     */
    public Fault {
        requireNonNull(code, "code");
        requireNonNull(description, "description");
    }

    /**
     * Creates a fault of a code and a description.
     *
     * @param code the service's own code
     * @param description the service's own words
     * @return the fault
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
