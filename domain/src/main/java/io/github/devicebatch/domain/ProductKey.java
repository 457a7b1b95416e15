package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

/**
 * The product key (PKID) of a device; {@link #toString} is masked: {@code *****-*****-****-AA606}.
 *
 * <p>A class and not a record, because a record prints its parts. Immutable and thread-safe.
 */
public final class ProductKey {

    private static final int VISIBLE_LENGTH = 5;
    private static final int MAX_FULLY_MASKED_LENGTH = 2 * VISIBLE_LENGTH;

    private final String text;

    private ProductKey(String text) {
        this.text = text;
    }

    /**
     * Creates a key from text of any form.
     *
     * @param text the key
     * @return the key
     * @throws IllegalArgumentException if {@code text} is blank
     */
    public static ProductKey of(String text) {
        if (requireNonNull(text, "text").isBlank()) {
            throw new IllegalArgumentException("a product key is not blank");
        }
        return new ProductKey(text);
    }

    /**
     * Returns the whole key as it was sent. Log and print {@link #toString} instead.
     */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProductKey key && key.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the key with everything but dashes and its last five characters masked; a short key is masked completely. */
    @Override
    public String toString() {
        int hidden = text.length() > MAX_FULLY_MASKED_LENGTH ? text.length() - VISIBLE_LENGTH : text.length();
        return text.substring(0, hidden).replaceAll("[^-]", "*") + text.substring(hidden);
    }
}
