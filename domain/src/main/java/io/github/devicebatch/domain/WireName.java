package io.github.devicebatch.domain;

/**
 * A documented word in any of its spellings: the vendor's serializers differ in case, {@code _} and {@code -}.
 *
 * <p>Compares letter by letter instead of making a plainer copy, because every device of a long answer comes here.
 */
record WireName(String word) {

    boolean fits(String text) {
        int index = next(word, 0);
        int other = next(text, 0);
        while (index < word.length() && other < text.length()) {
            if (lowerCase(word.charAt(index)) != lowerCase(text.charAt(other))) {
                return false;
            }
            index = next(word, index + 1);
            other = next(text, other + 1);
        }
        return index == word.length() && other == text.length();
    }

    private static int next(String text, int from) {
        int index = from;
        while (index < text.length() && (text.charAt(index) == '_' || text.charAt(index) == '-')) {
            index++;
        }
        return index;
    }

    /** Folds ASCII alone: Unicode would take the Kelvin sign for a k, and a word that nobody documented for a documented one. */
    private static char lowerCase(char letter) {
        return letter >= 'A' && letter <= 'Z' ? (char) (letter + 'a' - 'A') : letter;
    }
}
