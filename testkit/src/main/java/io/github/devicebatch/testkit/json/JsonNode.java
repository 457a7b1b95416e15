package io.github.devicebatch.testkit.json;

import io.github.devicebatch.domain.Excerpt;
import java.util.List;
import java.util.Map;

/** A JSON value with its position in the text. Immutable. */
public sealed interface JsonNode {

    /** The maximum length of an excerpt of the text in a message. */
    int MAX_EXCERPT = 40;

    /** Returns the position of the first character. */
    JsonPosition position();

    /** Returns a description for messages. */
    String description();

    /** Returns the error that a value of another kind is expected here. */
    default JsonException unexpected(String expected) {
        return new JsonException(position(), "here is " + description() + "; give " + expected);
    }

    /**
     * Returns the value of a string.
     *
     * @param expected the description of the expected value, for the message
     * @throws JsonException if this is no string
     */
    default String text(String expected) {
        throw unexpected(expected);
    }

    /**
     * Returns the elements of an array.
     *
     * @param expected the description of the expected value, for the message
     * @throws JsonException if this is no array
     */
    default List<JsonNode> elements(String expected) {
        throw unexpected(expected);
    }

    /**
     * Returns the members of an object, in their order.
     *
     * @param expected the description of the expected value, for the message
     * @throws JsonException if this is no object
     */
    default Map<String, JsonNode> members(String expected) {
        throw unexpected(expected);
    }

    /** A string. */
    record Text(JsonPosition position, String value) implements JsonNode {
        @Override
        public String description() {
            return '"' + Excerpt.of(value, MAX_EXCERPT).text() + '"';
        }

        @Override
        public String text(String expected) {
            return value;
        }
    }

    /** A number, with its digits as written. */
    record Numeral(JsonPosition position, String digits) implements JsonNode {
        @Override
        public String description() {
            return "the number " + Excerpt.of(digits, MAX_EXCERPT);
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(JsonPosition position, boolean value) implements JsonNode {
        @Override
        public String description() {
            return Boolean.toString(value);
        }
    }

    /** {@code null}. */
    record Null(JsonPosition position) implements JsonNode {
        @Override
        public String description() {
            return "null";
        }
    }

    /** An array. */
    record Array(JsonPosition position, List<JsonNode> values) implements JsonNode {
        @Override
        public String description() {
            return "a list";
        }

        @Override
        public List<JsonNode> elements(String expected) {
            return values;
        }
    }

    /** An object. */
    record Members(JsonPosition position, Map<String, JsonNode> values) implements JsonNode {
        @Override
        public String description() {
            return "an object";
        }

        @Override
        public Map<String, JsonNode> members(String expected) {
            return values;
        }
    }

    /** A position in a text; line and column are counted from 1. */
    record JsonPosition(int line, int column) {

        @Override
        public String toString() {
            return "line " + line + ", column " + column;
        }
    }
}
