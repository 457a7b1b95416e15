package io.github.devicebatch.testkit.json;

import io.github.devicebatch.domain.Excerpt;
import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reader of JSON texts (RFC 8259) into {@link JsonNode}s. It rejects duplicate members and ignores a byte order mark. Not
 * thread-safe.
 */
public final class JsonReader {

    static final int MAX_DEPTH = 64;

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String text;
    private final JsonParser parser;
    private int depth;
    /** The offset behind the latest token. */
    private int end;

    private int counted;
    private int line = 1;
    private int lineStart;

    private JsonReader(String text) {
        this.text = text;
        this.parser = PARSERS.createParser(new StringReader(text));
    }

    /**
     * Reads a text that holds one value.
     *
     * @throws JsonException if the text is not JSON, has a duplicate member, or is nested more than 64 levels deep
     */
    public static JsonNode parse(String text) {
        JsonReader reader = new JsonReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        try (JsonParser parser = reader.parser) {
            JsonNode value = reader.value(reader.next());
            while (parser.hasNext()) {
                reader.next();
            }
            return value;
        } catch (JsonParsingException invalid) {
            throw reader.syntaxError(invalid);
        }
    }

    private Token next() {
        int start = nextTokenStart();
        Event event = parser.next();
        end = Math.min(Math.toIntExact(parser.getLocation().getStreamOffset()), text.length());
        return new Token(event, position(start));
    }

    private JsonNode value(Token token) {
        return switch (token.event()) {
            case START_OBJECT -> new JsonNode.Members(token.position(), members(token));
            case START_ARRAY -> new JsonNode.Array(token.position(), elements(token));
            case VALUE_STRING -> new JsonNode.Text(token.position(), parser.getString());
            case VALUE_NUMBER -> new JsonNode.Numeral(token.position(), parser.getString());
            case VALUE_TRUE -> new JsonNode.Bool(token.position(), true);
            case VALUE_FALSE -> new JsonNode.Bool(token.position(), false);
            case VALUE_NULL -> new JsonNode.Null(token.position());
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw new IllegalStateException("no value: " + token);
        };
    }

    private Map<String, JsonNode> members(Token start) {
        enter(start);
        Map<String, JsonNode> members = new LinkedHashMap<>();
        for (Token name = next(); name.event() != Event.END_OBJECT; name = next()) {
            String key = parser.getString();
            if (members.putIfAbsent(key, value(next())) != null) {
                throw new JsonException(
                        name.position(),
                        "the member \"" + Excerpt.of(key, JsonNode.MAX_EXCERPT) + "\" is here twice; remove one");
            }
        }
        depth--;
        return Collections.unmodifiableMap(members);
    }

    private List<JsonNode> elements(Token start) {
        enter(start);
        List<JsonNode> elements = new ArrayList<>();
        for (Token element = next(); element.event() != Event.END_ARRAY; element = next()) {
            elements.add(value(element));
        }
        depth--;
        return List.copyOf(elements);
    }

    private void enter(Token start) {
        if (++depth > MAX_DEPTH) {
            throw new JsonException(
                    start.position(), "lists and objects are nested more than " + MAX_DEPTH + " levels deep");
        }
    }

    private JsonException syntaxError(JsonParsingException invalid) {
        int token = nextTokenStart();
        if (token == text.length()) {
            return new JsonException(position(token), "the text ends before the JSON is complete");
        }
        int offset = Math.toIntExact(Math.clamp(invalid.getLocation().getStreamOffset(), end, text.length() - 1L));
        int start = Math.min(token, offset);
        Excerpt excerpt = Excerpt.of(text.substring(start, Math.max(token, offset) + 1), JsonNode.MAX_EXCERPT);
        return new JsonException(position(start), "not valid JSON: " + excerpt);
    }

    /** Returns where the next token starts; the parser reports only where a token ends. */
    private int nextTokenStart() {
        int separator = skipBlanks(end);
        boolean isThere = separator < text.length() && ",:".indexOf(text.charAt(separator)) >= 0;
        return isThere ? skipBlanks(separator + 1) : separator;
    }

    private int skipBlanks(int from) {
        int offset = from;
        while (offset < text.length() && " \t\r\n".indexOf(text.charAt(offset)) >= 0) {
            offset++;
        }
        return offset;
    }

    /** Returns the position of {@code offset}, which is never before that of an earlier call. */
    private JsonNode.JsonPosition position(int offset) {
        for (; counted < offset; counted++) {
            if (text.charAt(counted) == '\n') {
                line++;
                lineStart = counted + 1;
            }
        }
        return new JsonNode.JsonPosition(line, offset - lineStart + 1);
    }

    private record Token(Event event, JsonNode.JsonPosition position) {}
}
