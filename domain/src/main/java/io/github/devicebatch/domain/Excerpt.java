package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

/**
 * External text made safe to print: one line, with invisible characters escaped.
 *
 * <p>Text of the service or of a user passes through here before it is part of a message. Control characters, line
 * breaks, bidirectional marks, zero-width characters and lone surrogates appear as <code>&#92;u{202e}</code>, so that
 * text can neither control a terminal nor be misread.
 *
 * @param text the safe text
 */
public record Excerpt(String text) {

    /** Maximum number of characters of user input in a message of this module. */
    static final int INPUT_LENGTH = 80;

    /** Letters and marks without a glyph: the grapheme joiner, Hangul fillers, Khmer inherent vowels. */
    private static final String WITHOUT_GLYPH = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0";

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

    private static String visible(String text) {
        if (text.codePoints().allMatch(Excerpt::isVisible)) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            if (isVisible(character)) {
                visible.appendCodePoint(character);
            } else {
                visible.append("\\u{").append(Integer.toHexString(character)).append('}');
            }
        });
        return visible.toString();
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> WITHOUT_GLYPH.indexOf(character) < 0;
        };
    }
}
