package io.github.devicebatch.testkit.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.testkit.http.Request;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The form in a request's body; a class, because a record would print the secrets in it. Immutable. */
public final class FormBody {

    public static final String TYPE = "application/x-www-form-urlencoded";

    private final Map<String, List<String>> fields;

    private FormBody(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** Reads the body: a form without fields if its type is another, and text that cannot be decoded as it is. */
    public static FormBody of(Request request) {
        return new FormBody(isForm(request) ? fields(request.body()) : Map.of());
    }

    /** Returns whether the request's {@code Content-Type} is {@link #TYPE}. */
    public static boolean isForm(Request request) {
        return request.values("Content-Type").stream()
                .map(type -> type.toLowerCase(Locale.ROOT))
                .anyMatch(type -> type.startsWith(TYPE));
    }

    /** Returns the non-empty values of a field, in their order. */
    public List<String> values(String name) {
        return fields.getOrDefault(name, List.of());
    }

    private static Map<String, List<String>> fields(String body) {
        Map<String, List<String>> fields = new TreeMap<>();
        for (String field : body.split("&")) {
            String[] parts = field.split("=", 2);
            if (parts.length == 2 && !parts[1].isEmpty()) {
                fields.computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
                        .add(decode(parts[1]));
            }
        }
        return fields;
    }

    static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
