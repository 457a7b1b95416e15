package io.github.devicebatch.cli.signin;

import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.text.TextInput;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Access token in the forms in which tools print it: alone, in quotes, behind {@code Bearer}, or as the member
 * {@code accessToken} or {@code access_token} of a JSON object.
 */
final class TokenText {

    private static final List<String> MEMBERS = List.of("accessToken", "access_token");
    private static final Pattern HEADER = Pattern.compile("(?i)^(?:authorization\\s*:\\s*)?bearer\\s+");
    private static final Pattern QUOTED = Pattern.compile("(?s)\"[^\"]*\"|'[^']*'");

    private TokenText() {}

    /**
     * Returns the token in {@code text}.
     *
     * @throws IllegalArgumentException if there is none; the message contains no part of the text
     */
    static AccessToken parse(String text) {
        String stripped = TextInput.strip(text);
        return AccessToken.of(stripped.startsWith("{") ? member(stripped) : plain(stripped));
    }

    private static String plain(String text) {
        String unquoted = QUOTED.matcher(text).matches() ? TextInput.strip(text.substring(1, text.length() - 1)) : text;
        return HEADER.matcher(unquoted).replaceFirst("");
    }

    private static String member(String json) {
        JsonObject object = object(json);
        return MEMBERS.stream()
                .flatMap(name -> text(object, name).stream())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("it is JSON without the member accessToken or access_token"));
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        } catch (JsonException malformed) {
            throw new IllegalArgumentException("it begins as JSON but is not JSON");
        }
    }

    private static Optional<String> text(JsonObject object, String name) {
        JsonValue value = object.get(name);
        return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }
}
