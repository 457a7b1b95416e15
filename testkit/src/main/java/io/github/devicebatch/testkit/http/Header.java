package io.github.devicebatch.testkit.http;

import java.util.BitSet;

/**
 * A field line of a message head (RFC 9110, section 5).
 *
 * @param name the name, in the case in which it is sent
 * @param value the value
 */
public record Header(String name, String value) {

    /** The characters of a {@code token}; a bit set, because every header of every request is checked. */
    private static final BitSet TOKEN_CHARACTERS = new BitSet(128);

    static {
        TOKEN_CHARACTERS.set('0', '9' + 1);
        TOKEN_CHARACTERS.set('A', 'Z' + 1);
        TOKEN_CHARACTERS.set('a', 'z' + 1);
        "!#$%&'*+-.^_`|~".chars().forEach(TOKEN_CHARACTERS::set);
    }

    /**
     * Checks both parts.
     *
     * @throws IllegalArgumentException if the name is no token, or the value has a control character or one beyond U+00FF
     */
    public Header {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a header name: " + name);
        }
        if (!value.chars().allMatch(Header::isValueCharacter)) {
            throw new IllegalArgumentException("the value of header " + name + " has a character that is not allowed");
        }
    }

    /** Returns whether {@code text} is a header name: a {@code token} of RFC 9110, section 5.6.2. */
    public static boolean isName(String text) {
        return !text.isEmpty() && text.chars().allMatch(TOKEN_CHARACTERS::get);
    }

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    private static boolean isValueCharacter(int character) {
        return character == '\t' || character >= ' ' && character <= 0xFF && character != 0x7F;
    }
}
