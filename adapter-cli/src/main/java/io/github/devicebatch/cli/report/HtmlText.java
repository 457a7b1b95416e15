package io.github.devicebatch.cli.report;

import io.github.devicebatch.domain.Excerpt;

/** Text for HTML and XML: markup characters are replaced by entities, invisible characters are made visible. */
final class HtmlText {

    private HtmlText() {}

    /** Returns the text for content and for attributes in double quotes. */
    static String escape(String text) {
        String visible = new Excerpt(text).text();
        StringBuilder escaped = new StringBuilder(visible.length());
        for (int index = 0; index < visible.length(); index++) {
            char character = visible.charAt(index);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(character);
            }
        }
        return escaped.toString();
    }
}
