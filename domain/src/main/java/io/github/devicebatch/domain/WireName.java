package io.github.devicebatch.domain;

/**
 * A documented value that is compared without regard to case, {@code _} and {@code -}, in which the vendor's serializers
 * differ.
 *
 * <p>Compares character by character without a normalized copy, because it runs once per device of an answer.
 */
record WireName(String word) {

    boolean matches(String text) {
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

    /** Folds ASCII only: Unicode case folding would treat the Kelvin sign as a k. */
    private static char lowerCase(char letter) {
        return letter >= 'A' && letter <= 'Z' ? (char) (letter + 'a' - 'A') : letter;
    }
}
