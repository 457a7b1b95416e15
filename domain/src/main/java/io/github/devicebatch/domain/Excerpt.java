package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

/**
 * External text made safe to print: one line, with invisible characters escaped.
 *
 * <p>Text of the service or of a user passes through here before it is part of a message. Control characters, line
 * breaks, bidirectional marks, characters drawn as nothing and lone surrogates appear as <code>&#92;u{202e}</code>, so that
 * text can neither control a terminal nor be misread.
 *
 * @param text the safe text
 */
public record Excerpt(String text) {

    /** Maximum number of characters of user input in a message of this module. */
    static final int INPUT_LENGTH = 80;

    /**
     * Creates the excerpt; {@code text} is made safe.
     *
     * @throws NullPointerException if {@code text} is null
     */
    public Excerpt {
        text = visible(requireNonNull(text, "text"));
    }

    /**
     * Creates an excerpt of at most the first {@code length} characters of {@code text}, followed by an ellipsis if there are
     * more. A surrogate pair is never split.
     *
     * @param text the external text
     * @param length the maximum number of characters, counted before invisible ones are escaped; at least 1
     * @return the safe excerpt
     * @throws IllegalArgumentException if {@code length} is below 1
     */
    public static Excerpt of(String text, int length) {
        return new Excerpt(cut(text, length));
    }

    /**
     * Returns at most the first {@code length} characters of {@code text}, followed by an ellipsis if there are more; not yet safe
     * to print. A surrogate pair is never split.
     *
     * @param text the external text
     * @param length the maximum number of characters; at least 1
     * @return the text, or its beginning and an ellipsis
     * @throws IllegalArgumentException if {@code length} is below 1
     */
    public static String cut(String text, int length) {
        if (length < 1) {
            throw new IllegalArgumentException("an excerpt has a length of at least 1, not " + length);
        }
        if (text.length() <= length) {
            return text;
        }
        boolean splitsOne = Character.isSurrogatePair(text.charAt(length - 1), text.charAt(length));
        return text.substring(0, splitsOne ? length - 1 : length) + "…";
    }

    /** Returns user input, shortened and quoted, for an exception message. */
    static String quoted(String input) {
        return '"' + of(input, INPUT_LENGTH).text() + '"';
    }

    @Override
    public String toString() {
        return text;
    }

    /**
     * Returns whether a character can be seen: its general category is no control, format, separator of lines, surrogate or
     * unassigned one, and it has not the property Default_Ignorable_Code_Point.
     *
     * @param character the code point
     * @return false for a character that is escaped in an excerpt
     */
    public static boolean isVisible(int character) {
        return Visibility.isVisible(character);
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length() + 16);
        int previous = 0;
        for (int index = 0; index < text.length(); index += Character.charCount(previous)) {
            int character = text.codePointAt(index);
            if (Visibility.isVisible(character, previous)) {
                visible.appendCodePoint(character);
            } else {
                visible.append("\\u{").append(Integer.toHexString(character)).append('}');
            }
            previous = character;
        }
        return visible.length() == text.length() ? text : visible.toString();
    }
}
