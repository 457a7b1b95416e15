package io.github.devicebatch.domain;

import java.util.HexFormat;
import java.util.UUID;

/**
 * A GUID in its only accepted form: ASCII 8-4-4-4-12 hexadecimal digits, in either case.
 *
 * <p>{@link UUID#fromString} alone would take {@code 1-1-1-1-1}.
 */
record Guid(UUID value) {

    static final String PATTERN = "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}";

    private static final int LENGTH = 36;

    /** Reads a GUID; {@code what} ("a customer id") names it in the exception message. */
    static Guid parse(String what, String text) {
        if (!isGuid(text)) {
            throw new IllegalArgumentException("not " + what + ": " + Excerpt.quoted(text)
                    + "; it is a GUID such as 47021739-3426-40bf-9601-61b4b6d7c793");
        }
        return new Guid(UUID.fromString(text));
    }

    /** Checks {@link #PATTERN}. Without a regular expression, because each query does it. */
    static boolean isGuid(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int index = 0; index < LENGTH; index++) {
            boolean isHyphen = index == 8 || index == 13 || index == 18 || index == 23;
            char character = text.charAt(index);
            if (isHyphen ? character != '-' : !HexFormat.isHexDigit(character)) {
                return false;
            }
        }
        return true;
    }
}
