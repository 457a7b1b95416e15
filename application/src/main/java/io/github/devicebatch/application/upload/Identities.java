package io.github.devicebatch.application.upload;

import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.domain.ProductKey;
import java.util.Optional;

/**
 * Identifications of lines or of rows, in order: the numbers of their serial number, of their product key, and of both together.
 *
 * @param serialNumbers the numbers of the serial numbers; {@link TextNumbering#NONE} where it is missing
 * @param productKeys the numbers of the product keys
 * @param pairs the numbers of serial number and product key together; missing unless both are there
 */
record Identities(IntSequence serialNumbers, IntSequence productKeys, IntSequence pairs) {

    private static final String SEPARATOR = "\0";

    Identities() {
        this(new IntSequence(), new IntSequence(), new IntSequence());
    }

    void add(Optional<String> serialNumber, Optional<ProductKey> productKey, Texts texts) {
        Optional<String> serial = serialNumber.map(Identities::stripped).filter(text -> !text.isEmpty());
        Optional<String> key =
                productKey.map(ProductKey::reveal).map(Identities::stripped).filter(text -> !text.isEmpty());
        serialNumbers.add(serial.map(texts.serialNumbers()::add).orElse(TextNumbering.NONE));
        productKeys.add(key.map(texts.productKeys()::add).orElse(TextNumbering.NONE));
        pairs.add(serial.flatMap(one -> key.map(other -> texts.pairs().add(one + SEPARATOR + other)))
                .orElse(TextNumbering.NONE));
    }

    int size() {
        return serialNumbers.size();
    }

    boolean isNameless(int index) {
        return serialNumbers.get(index) == TextNumbering.NONE && productKeys.get(index) == TextNumbering.NONE;
    }

    boolean hasBoth(int index) {
        return pairs.get(index) != TextNumbering.NONE;
    }

    /** Removes white space and invisible characters at both ends. */
    private static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char character) {
        return !Character.isSurrogate(character) && (Character.isSpaceChar(character) || !Excerpt.isVisible(character));
    }

    /** Texts of both sides, numbered together, so that equal texts have equal numbers. */
    record Texts(TextNumbering serialNumbers, TextNumbering productKeys, TextNumbering pairs) {

        Texts() {
            this(new TextNumbering(), new TextNumbering(), new TextNumbering());
        }
    }
}
