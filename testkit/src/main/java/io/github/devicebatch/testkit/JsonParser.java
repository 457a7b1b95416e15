package io.github.devicebatch.testkit;

import io.github.devicebatch.domain.Excerpt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads JSON, by hand and to the letter of RFC 8259: no comments, no trailing commas, no member twice. One text each. */
final class JsonParser {

    /** How deep lists and objects may stand in each other. */
    static final int DEEPEST = 64;

    private static final Pattern NUMERAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final JsonInput input;
    private int depth;

    private JsonParser(String text) {
        this.input = new JsonInput(text);
    }

    /** Reads {@code text}, or fails with a {@link JsonException} that says where and why. */
    static JsonNode parse(String text) {
        JsonParser parser = new JsonParser(text);
        JsonNode value = parser.value();
        parser.input.skipBlanks();
        if (parser.input.peek() != JsonInput.END) {
            throw parser.input.insteadOf("nothing more behind the value");
        }
        return value;
    }

    private JsonNode value() {
        input.skipBlanks();
        JsonPosition position = input.position();
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
        JsonPosition position = input.position();
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

    private JsonNode word(JsonPosition position) {
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

    private JsonNode numeral(JsonPosition position) {
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
}
