package io.github.devicebatch.cli.output;

/**
 * Writes every character of JSON that cannot be seen as its escape: the data is the same, and the text can neither move a
 * terminal's cursor nor read differently from what it is. Such characters occur within strings only, line ends apart.
 */
final class JsonEscaper {

    private JsonEscaper() {}

    static String of(String json) {
        StringBuilder visible = new StringBuilder(json.length());
        for (int index = 0; index < json.length(); index++) {
            char character = json.charAt(index);
            if (isVisible(character)) {
                visible.append(character);
            } else {
                visible.append("\\u%04x".formatted((int) character));
            }
        }
        return visible.toString();
    }

    private static boolean isVisible(char character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n';
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
