package io.github.devicebatch.cli.report;

import io.github.devicebatch.domain.Excerpt;

/**
 * Text for GitHub Flavored Markdown. All ASCII punctuation but the hyphen becomes a numeric entity, so that it is neither markup nor
 * the end of a table cell. What GitHub makes a link or a mention after that, such as {@code @name}, {@code #1}, {@code //host} and
 * {@code www.host}, is divided by {@code <wbr>}, which is neither visible nor copied.
 */
final class MarkdownText {

    private static final int FIRST_OUTSIDE_ASCII = 0x80;
    private static final String BREAK = "<wbr>";

    private MarkdownText() {}

    /** Returns the text for a cell or a paragraph. */
    static String escape(String text) {
        String safe = new Excerpt(text).text();
        StringBuilder escaped = new StringBuilder(safe.length());
        for (int index = 0; index < safe.length(); index++) {
            append(safe, index, escaped);
        }
        return escaped.toString();
    }

    private static void append(String text, int index, StringBuilder escaped) {
        char character = text.charAt(index);
        if (character >= FIRST_OUTSIDE_ASCII
                || Character.isLetterOrDigit(character)
                || character == ' '
                || character == '-') {
            escaped.append(character);
        } else {
            escaped.append(continuesLink(text, index) ? BREAK : "")
                    .append("&#")
                    .append((int) character)
                    .append(';')
                    .append(character == '@' || character == '#' ? BREAK : "");
        }
    }

    private static boolean continuesLink(String text, int index) {
        return text.startsWith("//", index - 1) || text.regionMatches(true, index - 3, "www.", 0, 4);
    }

    /** Returns the text in a fixed-width font; a dash for an empty text. */
    static String code(String text) {
        return text.isBlank() ? "–" : "<code>" + escape(text) + "</code>";
    }
}
