package io.github.devicebatch.http.json;

import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Access token in a JSON object, as tools print it: the member {@code accessToken} or {@code access_token}. */
public final class TokenMember {

    private static final List<String> NAMES = List.of("accessToken", "access_token");

    private TokenMember() {}

    /**
     * Returns the value of the member.
     *
     * @param json a text that begins with a brace
     * @throws IllegalArgumentException if it is not JSON, or has no such member with a string; the message quotes nothing
     */
    public static String in(String json) {
        Map<String, String> texts = texts(json);
        return NAMES.stream()
                .filter(texts::containsKey)
                .map(texts::get)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("it is JSON without the member accessToken or access_token"));
    }

    private static Map<String, String> texts(String json) {
        try (JsonParser parser = new Utf8JsonParser(json.getBytes(StandardCharsets.UTF_8), 0)) {
            Map<String, String> texts = new HashMap<>();
            parser.next();
            while (parser.next() == Event.KEY_NAME) {
                String name = parser.getString();
                Event value = parser.next();
                if (value == Event.VALUE_STRING && NAMES.contains(name)) {
                    texts.put(name, parser.getString());
                }
                JsonObjectReader.skip(parser, value);
            }
            return texts;
        } catch (JsonParsingException | UnreadableBodyException | NoSuchElementException malformed) {
            throw new IllegalArgumentException("it begins as JSON but is not JSON");
        }
    }
}
