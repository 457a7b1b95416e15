package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * The id of one upload job: the GUID that the service returned when it accepted the list of devices.
 *
 * <p>It is the only handle of the job. It is not the batch id, which the uploader chose. No API call lists tracking ids, so a
 * lost id cannot be recovered.
 *
 * @param value the id
 */
public record BatchTrackingId(UUID value) {

    /**
     * Creates the id.
     *
     * @throws NullPointerException if {@code value} is null
     */
    public BatchTrackingId {
        requireNonNull(value, "value");
    }

    /**
     * Reads an id: ASCII hexadecimal digits in groups of 8-4-4-4-12, in either case, with nothing around them.
     *
     * @param text the id's text
     * @return the id
     * @throws IllegalArgumentException if {@code text} is anything else; the message quotes at most 80 characters of it
     */
    public static BatchTrackingId parse(String text) {
        return new BatchTrackingId(Guid.parse("a batch tracking id", text).value());
    }

    /** Returns the GUID in lower case, which {@link #parse} reads back. */
    @Override
    public String toString() {
        return value.toString();
    }
}
