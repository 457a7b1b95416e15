package io.github.devicebatch.testkit.json;

import io.github.devicebatch.domain.Excerpt;
import java.util.List;
import java.util.Map;

/** A JSON value as it was read, with its place in the text. */
public sealed interface JsonNode {

    /** How much of a text stands in a message. */
    int SHOWN = 40;

    JsonPosition position();

    /** Says what it is, for a message. */
    String inWords();

    /** Fails because this is not what belongs here. */
    default JsonException insteadOf(String expected) {
        return new JsonException(position(), "here is " + inWords() + "; give " + expected);
    }

    /** Gives the text that this is; {@code expected} says in the message what belongs here. */
    default String text(String expected) {
        throw insteadOf(expected);
    }

    /** Gives the elements of the list that this is. */
    default List<JsonNode> elements(String expected) {
        throw insteadOf(expected);
    }

    /** Gives the members of the object that this is, in their order. */
    default Map<String, JsonNode> members(String expected) {
        throw insteadOf(expected);
    }

    record Text(JsonPosition position, String value) implements JsonNode {
        @Override
        public String inWords() {
            return '"' + Excerpt.of(value, SHOWN).text() + '"';
        }

        @Override
        public String text(String expected) {
            return value;
        }
    }

    /** A number, kept as it is written. */
    record Numeral(JsonPosition position, String digits) implements JsonNode {
        @Override
        public String inWords() {
            return "the number " + Excerpt.of(digits, SHOWN);
        }
    }

    record Truth(JsonPosition position, boolean value) implements JsonNode {
        @Override
        public String inWords() {
            return Boolean.toString(value);
        }
    }

    record Nothing(JsonPosition position) implements JsonNode {
        @Override
        public String inWords() {
            return "null";
        }
    }

    record Elements(JsonPosition position, List<JsonNode> values) implements JsonNode {
        @Override
        public String inWords() {
            return "a list";
        }

        @Override
        public List<JsonNode> elements(String expected) {
            return values;
        }
    }

    record Members(JsonPosition position, Map<String, JsonNode> values) implements JsonNode {
        @Override
        public String inWords() {
            return "an object";
        }

        @Override
        public Map<String, JsonNode> members(String expected) {
            return values;
        }
    }

    /** Where something stands in a text, both counted from 1. */
    record JsonPosition(int line, int column) {

        @Override
        public String toString() {
            return "line " + line + ", column " + column;
        }
    }
}
