package io.github.devicebatch.http.json;

import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Walks the members of a JSON object whose opening brace has been read, and reads their values strictly.
 *
 * <p>A known member that comes twice, or whose value has the wrong type, ends the walk with an
 * {@link UnreadableBodyException} that names the member and quotes nothing. What is unknown is passed over by counting
 * events: the parser's own {@code skipObject} never returns from a document that ends inside what is skipped.
 */
final class JsonObjectReader {

    private static final int DEEPEST = 64;

    private final JsonParser parser;
    private final List<String> known;
    private final int depth;
    private long seen;
    private String name = "";

    /**
     * Begins the walk.
     *
     * @param known the names of the members that mean something here
     * @param depth how deep in the document the object stands; 1 for the document itself
     */
    JsonObjectReader(JsonParser parser, List<String> known, int depth) {
        this.parser = parser;
        this.known = known;
        this.depth = depth;
    }

    /** Goes on to the next known member; false at the end of the object. */
    boolean next() {
        while (true) {
            Event event = parser.next();
            if (event == Event.END_OBJECT) {
                return false;
            }
            if (event != Event.KEY_NAME) {
                throw new UnreadableBodyException("it is not a JSON object where one should be");
            }
            String candidate = parser.getString();
            int index = known.indexOf(candidate);
            if (index >= 0) {
                name = known.get(index);
                once(1L << index);
                return true;
            }
            skip(parser.next());
        }
    }

    private void once(long member) {
        if ((seen & member) != 0) {
            throw new UnreadableBodyException("member " + name + " comes twice");
        }
        seen |= member;
    }

    String name() {
        return name;
    }

    /** Reads a string; empty for null and for blank text. */
    Optional<String> text() {
        return switch (parser.next()) {
            case VALUE_STRING -> present(parser.getString());
            case VALUE_NULL -> Optional.empty();
            default -> throw wrongType("a string");
        };
    }

    /** Reads a string or a number as text; empty for null and for blank text. */
    Optional<String> textOrNumber() {
        return switch (parser.next()) {
            case VALUE_STRING, VALUE_NUMBER -> present(parser.getString());
            case VALUE_NULL -> Optional.empty();
            default -> throw wrongType("a string or a number");
        };
    }

    UnreadableBodyException wrongType(String expected) {
        return new UnreadableBodyException("member " + name + " is not " + expected);
    }

    private Optional<String> present(String text) {
        if (hasLoneSurrogate(text)) {
            throw new UnreadableBodyException("member " + name + " has half a character");
        }
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (Character.isSurrogate(text.charAt(index))) {
                if (Character.charCount(text.codePointAt(index)) == 1) {
                    return true;
                }
                index++;
            }
        }
        return false;
    }

    void skip() {
        skip(parser.next());
    }

    private void skip(Event first) {
        int open = 0;
        for (Event event = first; ; event = parser.next()) {
            switch (event) {
                case START_OBJECT, START_ARRAY -> open++;
                case END_OBJECT, END_ARRAY -> open--;
                case KEY_NAME, VALUE_STRING, VALUE_NUMBER, VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> {
                    // a leaf, or the name of one
                }
            }
            if (depth + open > DEEPEST) {
                throw new UnreadableBodyException("it is nested deeper than " + DEEPEST);
            }
            if (open == 0) {
                return;
            }
        }
    }

    /** What the answers of the identity platform have in common. */
    static final class TokenMembers {

        private TokenMembers() {}

        static String demand(String name, Optional<String> value) {
            return value.orElseThrow(() -> new UnreadableBodyException("member " + name + " is missing"));
        }

        /** Reads a time in whole seconds: one to ten digits, and not zero. */
        static Duration seconds(String name, Optional<String> value) {
            String text = demand(name, value);
            if (!text.matches("0*[1-9][0-9]{0,9}")) {
                throw new UnreadableBodyException("member " + name + " is no number of seconds");
            }
            return Duration.ofSeconds(Long.parseLong(text));
        }
    }
}
