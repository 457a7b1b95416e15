package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Objects;

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
     * The property Default_Ignorable_Code_Point of Unicode 16 (DerivedCoreProperties.txt), in pairs of first and last: characters
     * drawn as nothing, such as fillers and variation selectors. The JDK does not have it.
     */
    private static final int[] DEFAULT_IGNORABLE = {
        0xAD, 0xAD, 0x34F, 0x34F, 0x61C, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200F, 0x202A,
        0x202E, 0x2060, 0x206F, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFF8, 0x1BCA0,
        0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF
    };

    /** Symbols whose picture is empty: the blank Braille pattern and the null note head. */
    private static final String EMPTY_SYMBOLS = "\u2800\ud834\udd59";

    /** Number of characters before and behind one that {@link #around} shows. */
    private static final int CONTEXT = 40;

    private static final int MIN_LENGTH_OF_BOTH_ENDS = 3;
    private static final char DELETE = '\u007f';

    private static final int EMOJI_PRESENTATION = 0xFE0F;
    private static final int FIRST_OUTSIDE_ASCII = 0x80;

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

    /** Returns user input, quoted, for an exception message; of long input its beginning and its end. */
    static String quoted(String input) {
        return '"' + ofBothEnds(input, INPUT_LENGTH).text() + '"';
    }

    /**
     * Returns user input, quoted, for an exception message that is about one character: long input around it, and short input
     * whole unless the character is outside visible ASCII.
     */
    static String quoted(String input, int index) {
        boolean isPlain = input.charAt(index) > ' ' && input.charAt(index) < DELETE;
        return isPlain && input.length() <= INPUT_LENGTH
                ? quoted(input)
                : '"' + around(input, index).text() + '"';
    }

    /**
     * Creates an excerpt of the beginning and the end of {@code text}, with an ellipsis between them if {@code text} has more than
     * {@code length} characters. A surrogate pair is never split.
     *
     * @param text the external text
     * @param length the maximum number of characters, counted before invisible ones are escaped; at least 3
     * @return the safe excerpt
     * @throws IllegalArgumentException if {@code length} is below 3
     */
    public static Excerpt ofBothEnds(String text, int length) {
        if (length < MIN_LENGTH_OF_BOTH_ENDS) {
            throw new IllegalArgumentException(
                    "an excerpt of both ends has a length of at least " + MIN_LENGTH_OF_BOTH_ENDS + ", not " + length);
        }
        if (text.length() <= length) {
            return new Excerpt(text);
        }
        int end = length / 3;
        return new Excerpt(cut(text, length - end) + text.substring(startOfCharacter(text, text.length() - end)));
    }

    /**
     * Creates an excerpt of at most 40 characters before and behind one character of {@code text}, which stands there with its code
     * and its Unicode name: <code>…61b4b6d7c793⟨U+000D carriage return⟩</code>.
     *
     * @param text the external text
     * @param index the index of the character
     * @return the safe excerpt
     * @throws IndexOutOfBoundsException if {@code index} is not in {@code text}
     */
    public static Excerpt around(String text, int index) {
        int character = text.codePointAt(index);
        int start = startOfCharacter(text, Math.max(0, index - CONTEXT));
        String rest = text.substring(index + Character.charCount(character));
        return new Excerpt(
                (start > 0 ? "…" : "") + text.substring(start, index) + named(character) + cut(rest, CONTEXT));
    }

    private static int startOfCharacter(String text, int index) {
        boolean splitsOne = index > 0 && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
        return splitsOne ? index + 1 : index;
    }

    /** The JDK appends the abbreviations of some names, as in {@code CARRIAGE RETURN (CR)}. */
    private static String named(int character) {
        String name = Objects.requireNonNullElse(Character.getName(character), "no character");
        return String.format(
                Locale.ROOT,
                "⟨U+%04X %s⟩",
                character,
                name.replaceFirst(" \\(.*", "").toLowerCase(Locale.ROOT));
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
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> !isDefaultIgnorable(character) && EMPTY_SYMBOLS.indexOf(character) < 0;
        };
    }

    private static String visible(String text) {
        return isPrintableAscii(text) ? text : escaped(text);
    }

    /** Checks for the usual case, which needs no copy. */
    private static boolean isPrintableAscii(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character < ' ' || character > '~') {
                return false;
            }
        }
        return true;
    }

    private static String escaped(String text) {
        StringBuilder visible = new StringBuilder(text.length() + 16);
        int previous = 0;
        for (int index = 0; index < text.length(); index += Character.charCount(previous)) {
            int character = text.codePointAt(index);
            if (isVisible(character, previous)) {
                visible.appendCodePoint(character);
            } else {
                visible.append("\\u{").append(Integer.toHexString(character)).append('}');
            }
            previous = character;
        }
        return visible.length() == text.length() ? text : visible.toString();
    }

    /** Checks a character within text. The selector behind an emoji makes it colored, so it can be seen. */
    private static boolean isVisible(int character, int previous) {
        return isVisible(character)
                || character == EMOJI_PRESENTATION && previous >= FIRST_OUTSIDE_ASCII && Character.isEmoji(previous);
    }

    private static boolean isDefaultIgnorable(int character) {
        if (character < DEFAULT_IGNORABLE[0]) {
            return false;
        }
        for (int pair = 0; pair < DEFAULT_IGNORABLE.length; pair += 2) {
            if (character >= DEFAULT_IGNORABLE[pair] && character <= DEFAULT_IGNORABLE[pair + 1]) {
                return true;
            }
        }
        return false;
    }
}
