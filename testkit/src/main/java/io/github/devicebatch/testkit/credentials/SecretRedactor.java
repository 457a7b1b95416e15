package io.github.devicebatch.testkit.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.testkit.http.Request;
import java.net.URLEncoder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what a request at the token endpoint carries that nobody else should see. */
public final class SecretRedactor {

    /** The text in place of each secret. */
    public static final String REDACTED = "REDACTED";

    private static final List<String> FIELDS =
            List.of("client_secret", "client_assertion", "refresh_token", "device_code");
    private static final Pattern IN_QUERY =
            Pattern.compile("([?&](?:" + String.join("|", FIELDS) + "|access_token)=)[^&]*", Pattern.CASE_INSENSITIVE);

    private SecretRedactor() {}

    /** Gives those in the form and in HTTP Basic, decoded. */
    public static List<String> of(Request request) {
        FormBody form = FormBody.of(request);
        return Stream.concat(
                        FIELDS.stream().flatMap(field -> form.values(field).stream()),
                        BasicCredentials.allOf(request).stream().map(BasicCredentials::secret))
                .toList();
    }

    /** Gives them in every spelling in which they may stand in the rest of the request. */
    static Stream<String> spellings(Request request) {
        return Stream.concat(
                of(request).stream().flatMap(secret -> Stream.of(secret, URLEncoder.encode(secret, UTF_8))),
                BasicCredentials.allOf(request).stream().map(BasicCredentials::secretAsSent));
    }

    /** Puts {@code replacement} where a target has one in its query, where none belongs. */
    static String withoutQuerySecrets(String target, String replacement) {
        return IN_QUERY.matcher(target).replaceAll("$1" + replacement);
    }

    /** Takes the credentials out of a request, and out of every other place of it where the same text stands. */
    public static final class Redaction {

        private static final List<String> CREDENTIALS = List.of("Authorization", "Proxy-Authorization", "Cookie");

        /** A few letters are no secret: they would mangle the rest. */
        private static final int SHORTEST = 8;

        private final List<String> secrets;

        private Redaction(List<String> secrets) {
            this.secrets = secrets;
        }

        public static Redaction of(Request request) {
            Stream<String> inHeaders = CREDENTIALS.stream()
                    .map(request::values)
                    .flatMap(Collection::stream)
                    .map(Redaction::withoutScheme);
            return new Redaction(Stream.concat(inHeaders, SecretRedactor.spellings(request))
                    .filter(secret -> secret.length() >= SHORTEST)
                    .toList());
        }

        public Map<String, List<String>> headers(Map<String, List<String>> headers) {
            Map<String, List<String>> clean = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.forEach((name, values) -> clean.put(
                    name,
                    CREDENTIALS.stream().anyMatch(name::equalsIgnoreCase)
                            ? List.of(REDACTED)
                            : values.stream().map(this::text).toList()));
            return clean;
        }

        public String target(String target) {
            return text(SecretRedactor.withoutQuerySecrets(target, REDACTED));
        }

        private String text(String text) {
            String clean = text;
            for (String secret : secrets) {
                clean = clean.replace(secret, REDACTED);
            }
            return clean;
        }

        /** The scheme in front of a token is no secret. */
        private static String withoutScheme(String value) {
            return value.substring(value.indexOf(' ') + 1).strip();
        }
    }
}
