package io.github.devicebatch.application.upload;

/** What lines and rows are compared by, in the order of the steps. */
enum JoinKey {
    /** Serial number and product key together. */
    BOTH,
    SERIAL_NUMBER,
    PRODUCT_KEY;

    /** Returns the number of the key of a line or row, or {@link TextNumbering#NONE}. */
    int of(Identities side, int index) {
        return switch (this) {
            case BOTH -> side.pairs().get(index);
            case SERIAL_NUMBER -> side.serialNumbers().get(index);
            case PRODUCT_KEY -> side.productKeys().get(index);
        };
    }

    /** Returns the numbering of the keys of both sides. */
    TextNumbering numbers(Identities.Texts texts) {
        return switch (this) {
            case BOTH -> texts.pairs();
            case SERIAL_NUMBER -> texts.serialNumbers();
            case PRODUCT_KEY -> texts.productKeys();
        };
    }
}
