package io.github.devicebatch.http.json;

import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.math.BigDecimal;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * JSON parser of a byte array: RFC 8259 without extensions, in UTF-8 that is checked in the same pass. Not thread-safe.
 *
 * <p>Creates strings only in {@link #getString}, and one string for words that repeat (ADR 0023). A malformed document causes a
 * {@link JsonParsingException} that quotes nothing of it.
 */
final class Utf8JsonParser implements JsonParser {

    private static final int MAX_DEPTH = 64;

    private enum Expected {
        VALUE,
        FIRST_NAME_OR_END,
        FIRST_VALUE_OR_END,
        COMMA_OR_END,
        NOTHING
    }

    private final Utf8Scanner scanner;
    private final StringCache strings;
    private Expected expected = Expected.VALUE;
    private @Nullable Event event;
    private int depth;

    /** One bit for each open object or array, the innermost lowest; set for an object. */
    private long objects;

    /**
     * Creates a parser.
     *
     * @param start the index of the document's first byte
     */
    Utf8JsonParser(byte[] json, int start) {
        this.scanner = new Utf8Scanner(json, start);
        this.strings = new StringCache(json);
    }

    /** Returns false behind the document if only white space is left. Otherwise {@link #next} has an event or fails. */
    @Override
    public boolean hasNext() {
        return expected != Expected.NOTHING || scanner.peek() != Utf8Scanner.END;
    }

    /**
     * {@inheritDoc}
     *
     * @throws JsonParsingException if the document is malformed here
     * @throws UnreadableBodyException if the document is nested too deep
     */
    @Override
    public Event next() {
        int first = scanner.peek();
        event = switch (expected) {
            case VALUE -> value(first);
            case FIRST_NAME_OR_END -> first == '}' ? closed() : name(first);
            case FIRST_VALUE_OR_END -> first == ']' ? closed() : value(first);
            case COMMA_OR_END -> first == ',' ? behindComma() : end(first);
            case NOTHING -> throw first == Utf8Scanner.END ? new NoSuchElementException() : scanner.malformed();
        };
        return event;
    }

    private boolean isInObject() {
        return (objects & 1) != 0;
    }

    private Event behindComma() {
        scanner.skip();
        int first = scanner.peek();
        return isInObject() ? name(first) : value(first);
    }

    private Event end(int first) {
        if (first != (isInObject() ? '}' : ']')) {
            throw scanner.malformed();
        }
        return closed();
    }

    private Event name(int first) {
        if (first != '"') {
            throw scanner.malformed();
        }
        scanner.string();
        if (scanner.peek() != ':') {
            throw scanner.malformed();
        }
        scanner.skip();
        expected = Expected.VALUE;
        return Event.KEY_NAME;
    }

    private Event value(int first) {
        return switch (first) {
            case '{' -> open(Event.START_OBJECT, 1, Expected.FIRST_NAME_OR_END);
            case '[' -> open(Event.START_ARRAY, 0, Expected.FIRST_VALUE_OR_END);
            case '"' -> {
                scanner.string();
                yield complete(Event.VALUE_STRING);
            }
            case 't' -> literal("true", Event.VALUE_TRUE);
            case 'f' -> literal("false", Event.VALUE_FALSE);
            case 'n' -> literal("null", Event.VALUE_NULL);
            default -> {
                scanner.number();
                yield complete(Event.VALUE_NUMBER);
            }
        };
    }

    private Event literal(String text, Event literal) {
        scanner.literal(text);
        return complete(literal);
    }

    private Event open(Event start, int bit, Expected inside) {
        if (depth == MAX_DEPTH) {
            throw new UnreadableBodyException("it is nested deeper than " + MAX_DEPTH);
        }
        scanner.skip();
        depth++;
        objects = objects << 1 | bit;
        expected = inside;
        return start;
    }

    private Event closed() {
        Event end = isInObject() ? Event.END_OBJECT : Event.END_ARRAY;
        scanner.skip();
        depth--;
        objects >>>= 1;
        return complete(end);
    }

    private Event complete(Event last) {
        expected = depth == 0 ? Expected.NOTHING : Expected.COMMA_OR_END;
        return last;
    }

    @Override
    public @Nullable Event currentEvent() {
        return event;
    }

    @Override
    public String getString() {
        return switch (event) {
            case KEY_NAME, VALUE_STRING, VALUE_NUMBER ->
                scanner.isPlain() ? strings.get(scanner.from(), scanner.to()) : scanner.text();
            case START_OBJECT, START_ARRAY, END_OBJECT, END_ARRAY, VALUE_TRUE, VALUE_FALSE, VALUE_NULL ->
                throw new IllegalStateException("not a name, string or number");
            case null -> throw new IllegalStateException("before the first event");
        };
    }

    @Override
    public BigDecimal getBigDecimal() {
        if (event != Event.VALUE_NUMBER) {
            throw new IllegalStateException("not a number");
        }
        return new BigDecimal(getString());
    }

    @Override
    public boolean isIntegralNumber() {
        return getBigDecimal().scale() == 0;
    }

    @Override
    public int getInt() {
        return getBigDecimal().intValue();
    }

    @Override
    public long getLong() {
        return getBigDecimal().longValue();
    }

    @Override
    public JsonLocation getLocation() {
        return scanner.location();
    }

    @Override
    public void close() {
        // ignored: there is no resource
    }
}
