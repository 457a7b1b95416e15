package io.github.devicebatch.testkit;

import java.util.BitSet;

/** The words of HTTP's grammar that names of headers are made of; looked up, because each request has a dozen. */
final class Token {

    private static final BitSet CHARACTERS = new BitSet(128);

    static {
        CHARACTERS.set('0', '9' + 1);
        CHARACTERS.set('A', 'Z' + 1);
        CHARACTERS.set('a', 'z' + 1);
        "!#$%&'*+-.^_`|~".chars().forEach(CHARACTERS::set);
    }

    private Token() {}

    static boolean is(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (!CHARACTERS.get(text.charAt(index))) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
