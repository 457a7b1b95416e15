package io.github.devicebatch.testkit.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.oauth.OAuthException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The form that a request to the token endpoint brings; a class, because a record would print the secrets in it. */
public final class FormBody {

    private static final String TYPE = "application/x-www-form-urlencoded";

    private final Map<String, List<String>> fields;
    private final String hint;

    private FormBody(Map<String, List<String>> fields, String hint) {
        this.fields = fields;
        this.hint = hint;
    }

    /** Reads the body; in one of another type there is nothing, and what can't be decoded stays as it is. */
    public static FormBody of(Request request) {
        return isForm(request)
                ? new FormBody(fields(request.body()), "")
                : new FormBody(Map.of(), " The Content-Type has to be " + TYPE + ".");
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
    public Optional<String> find(String name) throws OAuthException.RefusedGrantException {
        List<String> values = fields.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw OAuthException.duplicate(name);
        }
        return values.stream().findFirst();
    }

    public String require(String name) throws OAuthException.RefusedGrantException {
        return find(name).orElseThrow(() -> OAuthException.missing(name, hint));
    }

    /** Gives every value of a name, however often it is there. */
    public List<String> values(String name) {
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
