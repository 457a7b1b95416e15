package io.github.devicebatch.testkit.json;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.StringJoiner;

/** Writes one JSON object, member by member, by hand. Used by one thread. */
public final class JsonObject {

    private final StringJoiner members = new StringJoiner(",", "{", "}");

    public JsonObject text(String name, String value) {
        return raw(name, quoted(value));
    }

    public JsonObject text(String name, Optional<String> value) {
        value.ifPresent(present -> text(name, present));
        return this;
    }

    public JsonObject number(String name, long value) {
        return raw(name, Long.toString(value));
    }

    public JsonObject numbers(String name, long... values) {
        return raw(name, Arrays.toString(values));
    }

    public JsonObject truth(String name, boolean value) {
        return raw(name, Boolean.toString(value));
    }

    /** Adds a member without a value. */
    public JsonObject nothing(String name) {
        return raw(name, "null");
    }

    public JsonObject object(String name, JsonObject value) {
        return raw(name, value.toString());
    }

    public JsonObject array(String name, Collection<JsonObject> values) {
        StringJoiner elements = new StringJoiner(",", "[", "]");
        values.forEach(value -> elements.add(value.toString()));
        return raw(name, elements.toString());
    }

    public JsonObject texts(String name, Collection<String> values) {
        StringJoiner elements = new StringJoiner(",", "[", "]");
        values.forEach(value -> elements.add(quoted(value)));
        return raw(name, elements.toString());
    }

    private JsonObject raw(String name, String json) {
        members.add(quoted(name) + ":" + json);
        return this;
    }

    /** Gives the JSON so far, closed. */
    @Override
    public String toString() {
        return members.toString();
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int index = 0; index < text.length(); index++) {
            append(quoted, text.charAt(index));
        }
        return quoted.append('"').toString();
    }

    /** Escapes what JSON demands, and lone surrogates, which UTF-8 could not carry. */
    private static void append(StringBuilder quoted, char character) {
        if (character == '"' || character == '\\') {
            quoted.append('\\').append(character);
        } else if (character < ' ' || Character.isSurrogate(character)) {
            quoted.append("\\u%04x".formatted((int) character));
        } else {
            quoted.append(character);
        }
    }
}
