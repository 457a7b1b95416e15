package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * The id of a customer of the partner: the GUID of the customer's tenant, which the customer's Account page calls
 * "Microsoft ID".
 *
 * @param value the id
 */
public record CustomerId(UUID value) {

    /**
     * Creates the id.
     *
     * @throws NullPointerException if {@code value} is null
     */
    public CustomerId {
        requireNonNull(value, "value");
    }

    /**
     * Reads an id: ASCII hexadecimal digits in groups of 8-4-4-4-12, in either case, with nothing around them.
     *
     * @param text the id's text
     * @return the id
     * @throws IllegalArgumentException if {@code text} is anything else; the message quotes at most 80 characters of it
     */
    public static CustomerId parse(String text) {
        return new CustomerId(Guid.parse("a customer id", text).value());
    }

    /** Returns the GUID in lower case, which {@link #parse} reads back. */
    @Override
    public String toString() {
        return value.toString();
    }
}
