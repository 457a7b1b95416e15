package io.github.devicebatch.application.upload;

/** Reason why a line or a row cannot be joined. */
public enum Mismatch {
    /** The other side has no such serial number and no such product key. */
    NO_COUNTERPART("the other side has neither its serial number nor its product key"),
    /** The other side has a serial number that differs only in leading zeros, spaces or hyphens. */
    SIMILAR_SERIAL_NUMBER("the other side has a serial number that differs only in leading zeros, spaces or hyphens"),
    /** Lines and rows have the same serial number and product key, or the same one of both, but are not equally many. */
    DIFFERENT_COUNTS("the same serial number or product key occurs in a different number of lines and rows"),
    /** Lines and rows have the same identification, and what became of a line depends on the row that it belongs to. */
    DIFFERENT_RESULTS("the same serial number or product key occurs several times, with different results"),
    /** A line and a row have the same serial number but different product keys, or the other way round. */
    CONTRADICTION("serial number and product key contradict each other"),
    /** Serial number and product key are missing, and lines and rows without them are not equally many, or in several batches. */
    NO_IDENTIFICATION("it has no serial number and no product key, and its position does not identify it");

    private final String description;

    Mismatch(String description) {
        this.description = description;
    }

    /**
     * Returns the reason as a clause in English, of a line or a row.
     */
    public String description() {
        return description;
    }
}
