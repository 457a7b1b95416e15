package io.github.devicebatch.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The form that a request to the token endpoint brings; a class, because a record would print the secrets in it. */
final class TokenForm {

    private static final String TYPE = "application/x-www-form-urlencoded";

    private final Map<String, List<String>> fields;
    private final String hint;

    private TokenForm(Map<String, List<String>> fields, String hint) {
        this.fields = fields;
        this.hint = hint;
    }

    /** Reads the body; in one of another type there is nothing, and what can't be decoded stays as it is. */
    static TokenForm of(Request request) {
        return isForm(request)
                ? new TokenForm(fields(request.body()), "")
                : new TokenForm(Map.of(), " The Content-Type has to be " + TYPE + ".");
    }

    private static Map<String, List<String>> fields(String body) {
        Map<String, List<String>> fields = new TreeMap<>();
        for (String field : body.split("&")) {
            String[] parts = field.split("=", 2);
            if (parts.length == 2 && !parts[1].isEmpty()) {
                fields.computeIfAbsent(decoded(parts[0]), first -> new ArrayList<>())
                        .add(decoded(parts[1]));
            }
        }
        return fields;
    }

    /** Gives a value, or nothing if it is missing or empty. */
    Optional<String> find(String name) throws RefusedGrantException {
        List<String> values = fields.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw TokenError.duplicate(name);
        }
        return values.stream().findFirst();
    }

    String require(String name) throws RefusedGrantException {
        return find(name).orElseThrow(() -> TokenError.missing(name, hint));
    }

    /** Gives every value of a name, however often it is there. */
    List<String> values(String name) {
        return fields.getOrDefault(name, List.of());
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    private static boolean isForm(Request request) {
        return request.values("Content-Type").stream()
                .map(type -> type.toLowerCase(Locale.ROOT))
                .anyMatch(type -> type.startsWith(TYPE));
    }
}
