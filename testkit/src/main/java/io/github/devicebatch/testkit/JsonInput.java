package io.github.devicebatch.testkit;

import io.github.devicebatch.domain.Excerpt;

/** Goes through a text of JSON character by character, and knows where it is. Used by one thread. */
final class JsonInput {

    /** Stands for the end of the text. */
    static final int END = -1;

    private final String text;
    private int next;
    private int line = 1;
    private int lineStart;

    JsonInput(String text) {
        this.text = text;
        if (text.startsWith("\uFEFF")) {
            next++;
            lineStart++;
        }
    }

    JsonPosition position() {
        return new JsonPosition(line, next - lineStart + 1);
    }

    /** Gives the next character without going on. */
    int peek() {
        return next < text.length() ? text.charAt(next) : END;
    }

    int take() {
        int taken = peek();
        next++;
        if (taken == '\n') {
            line++;
            lineStart = next;
        }
        return taken;
    }

    /** Goes on if the next character is {@code wanted}, and tells whether it was. */
    boolean takeIf(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        take();
        return true;
    }

    /** Takes {@code word} if it comes next, and tells whether it did. */
    boolean takeWord(String word) {
        boolean comes = text.startsWith(word, next);
        next += comes ? word.length() : 0;
        return comes;
    }

    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n') {
            take();
        }
    }

    /** Makes the exception that says what is here and what should be. */
    JsonException insteadOf(String expected) {
        String found = peek() == END ? "the text ends" : "here is " + Excerpt.of(shown(), 2);
        return new JsonException(position(), found + "; give " + expected);
    }

    private String shown() {
        return new String(Character.toChars(text.codePointAt(next)));
    }
}
