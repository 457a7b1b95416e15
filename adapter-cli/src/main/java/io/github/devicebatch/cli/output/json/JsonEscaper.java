package io.github.devicebatch.cli.output.json;

import io.github.devicebatch.domain.Excerpt;
import java.util.HexFormat;

/**
 * Escaping of invisible characters in JSON. The data stays the same, and the text can neither control a terminal nor be
 * displayed in another order. Apart from line ends such characters occur only within strings.
 */
final class JsonEscaper {

    private static final HexFormat HEX = HexFormat.of();

    private JsonEscaper() {}

    static String escape(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        for (int index = 0; index < json.length(); index++) {
            char character = json.charAt(index);
            if (isVisible(character)) {
                escaped.append(character);
            } else {
                escaped.append("\\u").append(HEX.toHexDigits(character));
            }
        }
        return escaped.toString();
    }

    private static boolean isVisible(char character) {
        return character == '\n' || Excerpt.isVisible(character);
    }
}
