package io.github.devicebatch.cli.report;

import io.github.devicebatch.domain.Excerpt;

/**
 * Text for GitHub Flavored Markdown. All ASCII punctuation but the hyphen becomes a numeric entity, so that it is neither markup nor
 * the end of a table cell nor part of a link.
 */
final class MarkdownText {

    private static final int FIRST_OUTSIDE_ASCII = 0x80;

    private MarkdownText() {}

    /** Returns the text for a cell or a paragraph. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        new Excerpt(text).text().chars().forEach(character -> append((char) character, escaped));
        return escaped.toString();
    }

    private static void append(char character, StringBuilder escaped) {
        if (character >= FIRST_OUTSIDE_ASCII
                || Character.isLetterOrDigit(character)
                || character == ' '
                || character == '-') {
            escaped.append(character);
        } else {
            escaped.append("&#").append((int) character).append(';');
        }
    }

    /** Returns the text in a fixed-width font; a dash for an empty text. */
    static String code(String text) {
        return text.isBlank() ? "–" : "<code>" + escape(text) + "</code>";
    }
}
