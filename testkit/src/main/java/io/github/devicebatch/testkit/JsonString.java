package io.github.devicebatch.testkit;

/** Reads the strings of JSON. */
final class JsonString {

    private static final int HEX_DIGITS = 4;

    private JsonString() {}

    /** Reads the string that begins at the quotation mark which comes next. */
    static String read(JsonInput input) {
        StringBuilder text = new StringBuilder();
        input.take();
        while (!input.takeIf('"')) {
            if (input.takeIf('\\')) {
                text.append(escaped(input));
            } else if (input.peek() < ' ') {
                throw input.insteadOf("the quotation mark that ends the string; a line break inside is \\n");
            } else {
                text.append((char) input.take());
            }
        }
        return text.toString();
    }

    private static char escaped(JsonInput input) {
        int character = input.peek();
        if (character == 'u') {
            input.take();
            return unicode(input);
        }
        int known = "\"\\/bfnrt".indexOf(character);
        if (known < 0) {
            throw input.insteadOf("\\\\ for a backslash, or one of \\\" \\/ \\b \\f \\n \\r \\t \\u0041");
        }
        input.take();
        return "\"\\/\b\f\n\r\t".charAt(known);
    }

    private static char unicode(JsonInput input) {
        int code = 0;
        for (int digit = 0; digit < HEX_DIGITS; digit++) {
            int value = input.peek() > 'f' ? -1 : Character.digit(input.peek(), 16);
            if (value < 0) {
                throw input.insteadOf("four hexadecimal digits behind \\u");
            }
            code = code * 16 + value;
            input.take();
        }
        return (char) code;
    }
}
