package io.github.devicebatch.testkit.http;

import java.util.BitSet;

/** One line of a response's head. */
public record Header(String name, String value) {

    public Header {
        if (!Token.is(name)) {
            throw new IllegalArgumentException("not the name of a header: " + name);
        }
        if (!value.chars().allMatch(Header::mayStandInAValue)) {
            throw new IllegalArgumentException("the value of " + name + " has a character that no header can carry");
        }
    }

    private static boolean mayStandInAValue(int character) {
        return character == '\t' || character >= ' ' && character <= 0xFF && character != 0x7F;
    }

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** The words of HTTP's grammar that names of headers are made of; looked up, because each request has a dozen. */
    public static final class Token {

        private static final BitSet CHARACTERS = new BitSet(128);

        static {
            CHARACTERS.set('0', '9' + 1);
            CHARACTERS.set('A', 'Z' + 1);
            CHARACTERS.set('a', 'z' + 1);
            "!#$%&'*+-.^_`|~".chars().forEach(CHARACTERS::set);
        }

        private Token() {}

        public static boolean is(String text) {
            for (int index = 0; index < text.length(); index++) {
                if (!CHARACTERS.get(text.charAt(index))) {
                    return false;
                }
            }
            return !text.isEmpty();
        }
    }
}
