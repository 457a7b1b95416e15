package io.github.devicebatch.testkit.json;

import io.github.devicebatch.domain.Excerpt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads JSON, by hand and to the letter of RFC 8259: no comments, no trailing commas, no member twice. One text each. */
public final class JsonReader {

    /** How deep lists and objects may stand in each other. */
    static final int DEEPEST = 64;

    private static final Pattern NUMERAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final JsonInput input;
    private int depth;

    private JsonReader(String text) {
        this.input = new JsonInput(text);
    }

    /** Reads {@code text}, or fails with a {@link JsonException} that says where and why. */
    public static JsonNode parse(String text) {
        JsonReader parser = new JsonReader(text);
        JsonNode value = parser.value();
        parser.input.skipBlanks();
        if (parser.input.peek() != JsonInput.END) {
            throw parser.input.insteadOf("nothing more behind the value");
        }
        return value;
    }

    private JsonNode value() {
        input.skipBlanks();
        JsonNode.JsonPosition position = input.position();
        return switch (input.peek()) {
            case '{' -> new JsonNode.Members(position, nested(this::members));
            case '[' -> new JsonNode.Elements(position, nested(this::elements));
            case '"' -> new JsonNode.Text(position, JsonString.read(input));
            case 't', 'f', 'n' -> word(position);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> numeral(position);
            default -> throw input.insteadOf("a value: an object, a list, a string, a number, true, false or null");
        };
    }

    private <T> T nested(Supplier<T> inside) {
        if (++depth > DEEPEST) {
            throw new JsonException(input.position(), "lists and objects stand in each other more than 64 deep");
        }
        input.take();
        T read = inside.get();
        depth--;
        return read;
    }

    private Map<String, JsonNode> members() {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        input.skipBlanks();
        if (input.takeIf('}')) {
            return members;
        }
        do {
            member(members);
        } while (goesOn('}'));
        return Collections.unmodifiableMap(members);
    }

    private void member(Map<String, JsonNode> members) {
        input.skipBlanks();
        JsonNode.JsonPosition position = input.position();
        if (input.peek() != '"') {
            throw input.insteadOf("the name of a member, in quotation marks");
        }
        String name = JsonString.read(input);
        input.skipBlanks();
        if (!input.takeIf(':')) {
            throw input.insteadOf("a colon behind the name");
        }
        if (members.putIfAbsent(name, value()) != null) {
            throw new JsonException(
                    position, "the member \"" + Excerpt.of(name, JsonNode.SHOWN) + "\" is here twice; leave one out");
        }
    }

    private List<JsonNode> elements() {
        List<JsonNode> elements = new ArrayList<>();
        input.skipBlanks();
        if (input.takeIf(']')) {
            return List.of();
        }
        do {
            elements.add(value());
        } while (goesOn(']'));
        return List.copyOf(elements);
    }

    private boolean goesOn(char end) {
        input.skipBlanks();
        if (input.takeIf(',')) {
            return true;
        }
        if (input.takeIf(end)) {
            return false;
        }
        throw input.insteadOf("a comma or " + end);
    }

    private JsonNode word(JsonNode.JsonPosition position) {
        if (input.takeWord("true")) {
            return new JsonNode.Truth(position, true);
        }
        if (input.takeWord("false")) {
            return new JsonNode.Truth(position, false);
        }
        if (input.takeWord("null")) {
            return new JsonNode.Nothing(position);
        }
        throw input.insteadOf("true, false or null, or put a text in quotation marks");
    }

    private JsonNode numeral(JsonNode.JsonPosition position) {
        StringBuilder digits = new StringBuilder();
        while (input.peek() != JsonInput.END && "+-.eE0123456789".indexOf(input.peek()) >= 0) {
            digits.append((char) input.take());
        }
        if (!NUMERAL.matcher(digits).matches()) {
            throw new JsonException(
                    position, "\"" + Excerpt.of(digits.toString(), JsonNode.SHOWN) + "\" is no number; write it as 12");
        }
        return new JsonNode.Numeral(position, digits.toString());
    }

    /** Goes through a text of JSON character by character, and knows where it is. Used by one thread. */
    static final class JsonInput {

        /** Stands for the end of the text. */
        static final int END = -1;

        private final String text;
        private int next;
        private int line = 1;
        private int lineStart;

        JsonInput(String text) {
            this.text = text;
            if (text.startsWith("\uFEFF")) {
                next++;
                lineStart++;
            }
        }

        JsonNode.JsonPosition position() {
            return new JsonNode.JsonPosition(line, next - lineStart + 1);
        }

        /** Gives the next character without going on. */
        int peek() {
            return next < text.length() ? text.charAt(next) : END;
        }

        int take() {
            int taken = peek();
            next++;
            if (taken == '\n') {
                line++;
                lineStart = next;
            }
            return taken;
        }

        /** Goes on if the next character is {@code wanted}, and tells whether it was. */
        boolean takeIf(char wanted) {
            if (peek() != wanted) {
                return false;
            }
            take();
            return true;
        }

        /** Takes {@code word} if it comes next, and tells whether it did. */
        boolean takeWord(String word) {
            boolean comes = text.startsWith(word, next);
            next += comes ? word.length() : 0;
            return comes;
        }

        void skipBlanks() {
            while (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n') {
                take();
            }
        }

        /** Makes the exception that says what is here and what should be. */
        JsonException insteadOf(String expected) {
            String found = peek() == END ? "the text ends" : "here is " + Excerpt.of(shown(), 2);
            return new JsonException(position(), found + "; give " + expected);
        }

        private String shown() {
            return new String(Character.toChars(text.codePointAt(next)));
        }
    }

    /** Reads the strings of JSON. */
    static final class JsonString {

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
}
