package io.github.devicebatch.cli.input;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reader of references in JSON: each object with the members {@code customerId} and {@code trackingId}, or {@code reference}, at any
 * depth, and each text in an outermost array. One value may follow another, as in JSON lines.
 */
final class JsonReferences {

    private final ReferenceList.Receiver receiver;
    private final Deque<Map<ListColumn, String>> objects = new ArrayDeque<>();
    private Optional<ListColumn> member = Optional.empty();
    private int depth;

    private JsonReferences(ReferenceList.Receiver receiver) {
        this.receiver = receiver;
    }

    static void read(Reader reader, ReferenceList.Receiver receiver) throws IOException {
        JsonParserFactory parsers = Json.createParserFactory(Map.of());
        ValueReader values = new ValueReader(new BufferedReader(reader));
        while (values.hasNext()) {
            long start = values.line - 1;
            try (JsonParser parser = parsers.createParser(values)) {
                JsonReferences references = new JsonReferences(receiver);
                while (parser.hasNext()) {
                    references.take(parser.next(), parser, start);
                }
            } catch (JsonException malformed) {
                throw malformed.getCause() instanceof IOException failure
                        ? failure
                        : new ListFormatException("it is not JSON: " + malformed.getMessage());
            }
        }
    }

    private void take(JsonParser.Event event, JsonParser parser, long start) {
        switch (event) {
            case START_OBJECT -> {
                depth++;
                objects.push(new EnumMap<>(ListColumn.class));
            }
            case END_OBJECT -> {
                depth--;
                end(objects.pop(), start + parser.getLocation().getLineNumber());
            }
            case START_ARRAY -> depth++;
            case END_ARRAY -> depth--;
            case KEY_NAME -> member = column(parser.getString());
            case VALUE_STRING ->
                text(parser.getString(), start + parser.getLocation().getLineNumber());
            case VALUE_NUMBER, VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> member = Optional.empty();
        }
    }

    private static Optional<ListColumn> column(String name) {
        for (ListColumn column : ListColumn.values()) {
            if (column.isNamed(name)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    private void text(String text, long line) {
        if (objects.isEmpty() && depth == 1) {
            receiver.reference(text, line);
        } else if (!objects.isEmpty()) {
            member.ifPresent(column -> objects.peek().putIfAbsent(column, text));
        }
        member = Optional.empty();
    }

    private void end(Map<ListColumn, String> members, long line) {
        String tracking = members.get(ListColumn.TRACKING);
        String customer = members.get(ListColumn.CUSTOMER);
        if (tracking != null) {
            receiver.reference(customer == null ? tracking : customer + "/" + tracking, line);
        } else if (members.containsKey(ListColumn.REFERENCE)) {
            receiver.reference(members.get(ListColumn.REFERENCE), line);
        }
    }

    /** Reader that ends behind each outermost object or array, and goes on with the next. */
    private static final class ValueReader extends Reader {

        private final Reader reader;
        private long line = 1;
        private int next = ' ';
        private int open;
        private int length;
        private boolean inText;
        private boolean escaped;
        private boolean ended;

        ValueReader(Reader reader) {
            this.reader = reader;
        }

        /** Skips white space and returns whether a value follows. */
        boolean hasNext() throws IOException {
            ended = false;
            while (next >= 0 && (Character.isWhitespace(next) || next == '\ufeff')) {
                line += next == '\n' ? 1 : 0;
                next = reader.read();
            }
            return next >= 0;
        }

        @Override
        public int read(char[] characters, int start, int count) throws IOException {
            int end = start;
            while (end < start + count && next >= 0 && !ended) {
                characters[end++] = (char) next;
                ended = endsValue((char) next);
                next = ended ? ' ' : reader.read();
            }
            return end == start ? -1 : end - start;
        }

        private boolean endsValue(char character) throws IOException {
            line += character == '\n' ? 1 : 0;
            length = character == '"' ? 0 : length + 1;
            if (length > ReferenceList.MAX_LENGTH) {
                throw new ListFormatException("it has a text of more than " + ReferenceList.MAX_LENGTH + " characters");
            }
            if (inText) {
                inText = escaped || character != '"';
                escaped = !escaped && character == '\\';
                return false;
            }
            inText = character == '"';
            open += character == '{' || character == '[' ? 1 : character == '}' || character == ']' ? -1 : 0;
            return open == 0 && (character == '}' || character == ']');
        }

        @Override
        public void close() {
            // ignored: the parser of one value closes it, and another value may follow
        }
    }
}
