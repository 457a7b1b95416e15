package io.github.devicebatch.http.json;

import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Cursor over the known members of a JSON object, behind its opening brace. Values are read strictly.
 *
 * <p>A known member that occurs twice, or whose value has the wrong type, causes an {@link UnreadableBodyException} that names
 * the member and quotes nothing. Unknown members are skipped.
 */
final class JsonObjectReader {

    /** Limit on a value that identifies something: a serial number, an id, a key, a code, a state. */
    static final int MAX_WORD_LENGTH = 1_024;

    private final JsonParser parser;
    private final List<String> known;
    private long seen;
    private String name = "";

    /**
     * Creates a cursor before the first member.
     *
     * @param known the names of the members to read
     */
    JsonObjectReader(JsonParser parser, List<String> known) {
        this.parser = parser;
        this.known = known;
    }

    /** Moves to the next known member. Returns false at the end of the object. */
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
                markSeen(1L << index);
                return true;
            }
            skip(parser, parser.next());
        }
    }

    private void markSeen(long member) {
        if ((seen & member) != 0) {
            throw new UnreadableBodyException("member " + name + " occurs twice");
        }
        seen |= member;
    }

    String name() {
        return name;
    }

    /** Reads a string; empty for null and for blank text. */
    Optional<String> text() {
        return text(parser.next(), "a string");
    }

    /** Reads a string or a number as text; empty for null and for blank text. */
    Optional<String> textOrNumber() {
        Event value = parser.next();
        return value == Event.VALUE_NUMBER ? present(parser.getString()) : text(value, "a string or a number");
    }

    private Optional<String> text(Event value, String expected) {
        if (value == Event.VALUE_STRING) {
            return present(parser.getString());
        }
        if (value == Event.VALUE_NULL) {
            return Optional.empty();
        }
        throw wrongType(expected);
    }

    /** Reads a string as {@link #text} does, of at most {@link #MAX_WORD_LENGTH} characters. */
    Optional<String> word() {
        return bounded(text());
    }

    /** Reads a string or a number as {@link #textOrNumber} does, of at most {@link #MAX_WORD_LENGTH} characters. */
    Optional<String> wordOrNumber() {
        return bounded(textOrNumber());
    }

    private Optional<String> bounded(Optional<String> text) {
        if (text.isPresent() && text.get().length() > MAX_WORD_LENGTH) {
            throw new UnreadableBodyException("member " + name + " is longer than " + MAX_WORD_LENGTH + " characters");
        }
        return text;
    }

    UnreadableBodyException wrongType(String expected) {
        return new UnreadableBodyException("member " + name + " is not " + expected);
    }

    private Optional<String> present(String text) {
        if (hasLoneSurrogate(text)) {
            throw new UnreadableBodyException("member " + name + " has an unpaired surrogate");
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

    /** Skips the rest of a value whose first event is {@code first}. */
    static void skip(JsonParser parser, Event first) {
        int open = 0;
        for (Event event = first; ; event = parser.next()) {
            if (event == Event.START_OBJECT || event == Event.START_ARRAY) {
                open++;
            } else if (event == Event.END_OBJECT || event == Event.END_ARRAY) {
                open--;
            }
            if (open == 0) {
                return;
            }
        }
    }

    static String required(String name, Optional<String> value) {
        return value.orElseThrow(() -> new UnreadableBodyException("member " + name + " is missing"));
    }

    /** Returns a required number of seconds: one to ten digits, and not zero. */
    static Duration seconds(String name, Optional<String> value) {
        String text = required(name, value);
        if (!text.matches("0*[1-9][0-9]{0,9}")) {
            throw new UnreadableBodyException("member " + name + " is not a number of seconds");
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }
}
