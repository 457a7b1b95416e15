package io.github.devicebatch.domain;

/** Unicode properties that decide whether a character can be seen. */
final class Visibility {

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

    private static final int EMOJI_PRESENTATION = 0xFE0F;
    private static final int FIRST_OUTSIDE_ASCII = 0x80;

    private Visibility() {}

    /** Checks the general category and the property. */
    static boolean isVisible(int character) {
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

    /** Checks a character within text. The selector behind an emoji makes it colored, so it can be seen. */
    static boolean isVisible(int character, int previous) {
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
