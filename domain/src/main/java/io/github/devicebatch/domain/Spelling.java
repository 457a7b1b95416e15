package io.github.devicebatch.domain;

import java.util.Locale;

/** A word without what varies between the vendor's serializers: case, {@code _} and {@code -}. */
record Spelling(String letters) {

    static Spelling of(String text) {
        return new Spelling(text.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT));
    }
}
