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
            int fault = fault(text);
            String quoted = fault < text.length() ? Excerpt.quoted(text, fault) : Excerpt.quoted(text);
            throw new IllegalArgumentException(
                    "not " + what + ": " + quoted + "; it is a GUID such as 47021739-3426-40bf-9601-61b4b6d7c793");
        }
        return new Guid(UUID.fromString(text));
    }

    /** Returns the index of the first character that no GUID has there; the length of {@code text} if there is none. */
    static int fault(String text) {
        int index = 0;
        while (index < text.length() && isAllowed(text.charAt(index), index)) {
            index++;
        }
        return index;
    }

    private static boolean isAllowed(char character, int index) {
        return switch (index) {
            case 8, 13, 18, 23 -> character == '-';
            default -> index < LENGTH && HexFormat.isHexDigit(character);
        };
    }

    /** Checks {@link #PATTERN}. Without a regular expression, because each query does it. */
    static boolean isGuid(String text) {
        return text.length() == LENGTH && fault(text) == LENGTH;
    }
}
