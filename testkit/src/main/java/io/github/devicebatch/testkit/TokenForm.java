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

    private final Map<String, List<String>> fields;

    private TokenForm(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** Reads the body; in one of another type there is nothing, and what can't be decoded stays as it is. */
    static TokenForm of(Request request) {
        Map<String, List<String>> fields = new TreeMap<>();
        if (isForm(request)) {
            for (String field : request.body().split("&")) {
                String[] parts = field.split("=", 2);
                if (parts.length == 2 && !parts[1].isEmpty()) {
                    fields.computeIfAbsent(decoded(parts[0]), first -> new ArrayList<>())
                            .add(decoded(parts[1]));
                }
            }
        }
        return new TokenForm(fields);
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
        return find(name).orElseThrow(() -> TokenError.missing(name));
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
                .anyMatch(type -> type.startsWith("application/x-www-form-urlencoded"));
    }
}
