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

/**
 * Redacts the secrets of one request: credentials in its headers, in its form and in its query, and the same text wherever
 * else it stands in the request. Immutable.
 */
public final class SecretRedactor {

    /** The replacement of a secret. */
    public static final String REDACTED = "REDACTED";

    private static final List<String> SECRET_FIELDS =
            List.of("client_secret", "client_assertion", "refresh_token", "device_code");
    private static final List<String> SECRET_HEADERS = List.of("Authorization", "Proxy-Authorization", "Cookie");
    private static final Pattern SECRET_IN_QUERY = Pattern.compile(
            "([?&](?:" + String.join("|", SECRET_FIELDS) + "|access_token)=)[^&]*", Pattern.CASE_INSENSITIVE);

    /** Shorter texts are not redacted outside their own place, because they occur in other words. */
    private static final int MIN_LENGTH = 8;

    private final List<String> secrets;

    private SecretRedactor(List<String> secrets) {
        this.secrets = secrets;
    }

    /** Creates the redactor of a request. */
    public static SecretRedactor of(Request request) {
        Stream<String> inHeaders = SECRET_HEADERS.stream()
                .map(request::values)
                .flatMap(Collection::stream)
                .map(SecretRedactor::withoutScheme);
        Stream<String> inForm =
                secrets(request).stream().flatMap(secret -> Stream.of(secret, URLEncoder.encode(secret, UTF_8)));
        Stream<String> inBasic = BasicCredentials.allOf(request).stream().map(BasicCredentials::encodedSecret);
        return new SecretRedactor(Stream.of(inHeaders, inForm, inBasic)
                .flatMap(found -> found)
                .filter(secret -> secret.length() >= MIN_LENGTH)
                .toList());
    }

    /** Returns the secrets in the form and in HTTP Basic, decoded. */
    public static List<String> secrets(Request request) {
        FormBody form = FormBody.of(request);
        return Stream.concat(
                        SECRET_FIELDS.stream().flatMap(field -> form.values(field).stream()),
                        BasicCredentials.allOf(request).stream().map(BasicCredentials::secret))
                .toList();
    }

    /** Returns a copy of the request's headers without secrets; names are case-insensitive. */
    public Map<String, List<String>> headers(Map<String, List<String>> headers) {
        Map<String, List<String>> redacted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> redacted.put(
                name,
                SECRET_HEADERS.stream().anyMatch(name::equalsIgnoreCase)
                        ? List.of(REDACTED)
                        : values.stream().map(this::text).toList()));
        return redacted;
    }

    /** Returns the request's target without secrets. */
    public String target(String target) {
        return text(SECRET_IN_QUERY.matcher(target).replaceAll("$1" + REDACTED));
    }

    private String text(String text) {
        String redacted = text;
        for (String secret : secrets) {
            redacted = redacted.replace(secret, REDACTED);
        }
        return redacted;
    }

    private static String withoutScheme(String value) {
        return value.substring(value.indexOf(' ') + 1).strip();
    }
}
