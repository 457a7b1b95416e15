package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

/**
 * A device's product key (PKID), which prints itself masked: {@code *****-*****-****-AA606}.
 *
 * <p>A class and not a record, because a record prints its parts. Immutable and thread-safe.
 */
public final class ProductKey {

    private static final int SHOWN = 5;
    private static final int SHOWN_ONLY_IF_LONGER_THAN = 2 * SHOWN;

    private final String text;

    private ProductKey(String text) {
        this.text = text;
    }

    /**
     * Holds a key as it was sent; no form is demanded of it.
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
     * Gives the whole key, for the one who needs it; everyone else prints {@link #toString}.
     *
     * @return the key as it was sent
     */
    public String reveal() {
        return text;
    }

    /** Tells whether {@code other} is the same key, to the letter. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ProductKey key && key.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Gives the key with everything but dashes and its last five characters masked; a short key is masked whole. */
    @Override
    public String toString() {
        int hidden = text.length() > SHOWN_ONLY_IF_LONGER_THAN ? text.length() - SHOWN : text.length();
        return text.substring(0, hidden).replaceAll("[^-]", "*") + text.substring(hidden);
    }
}
