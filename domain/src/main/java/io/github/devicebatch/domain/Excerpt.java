package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

/**
 * A piece of foreign text made safe to show to a person: one line, invisible characters made visible.
 *
 * <p>Whatever a service or a user sent goes through here before it stands in a message. Control characters, line
 * breaks, bidirectional marks, zero-width characters and lone surrogates appear as <code>&#92;u{202e}</code>, so that
 * text can neither move the cursor of a terminal nor read differently from what it is.
 *
 * @param text the safe text
 */
public record Excerpt(String text) {

    /** How many characters of a user's input a message of this module repeats at most. */
    static final int INPUT_LENGTH = 80;

    /** Letters and marks that are drawn as nothing: the grapheme joiner, Hangul fillers, Khmer inherent vowels. */
    private static final String DRAWN_AS_NOTHING = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0";

    /**
     * Holds {@code text} made safe, however it was before.
     *
     * @throws NullPointerException if {@code text} is null
     */
    public Excerpt {
        text = visible(requireNonNull(text, "text"));
    }

    /**
     * Takes at most the first {@code length} characters of {@code text}; an ellipsis tells that more followed. A
     * character of two {@code char}s is never cut in half.
     *
     * @param text the foreign text
     * @param length the most characters to keep, counted before invisible ones are spelt out; at least 1
     * @return the safe excerpt
     * @throws IllegalArgumentException if {@code length} is below 1
     */
    public static Excerpt of(String text, int length) {
        if (length < 1) {
            throw new IllegalArgumentException("an excerpt has a length of at least 1, not " + length);
        }
        if (text.length() <= length) {
            return new Excerpt(text);
        }
        boolean splitsOne = Character.isSurrogatePair(text.charAt(length - 1), text.charAt(length));
        return new Excerpt(text.substring(0, splitsOne ? length - 1 : length) + "…");
    }

    /** Quotes what a user gave, shortened, for the message of an exception. */
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
            default -> DRAWN_AS_NOTHING.indexOf(character) < 0;
        };
    }
}
