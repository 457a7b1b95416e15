package io.github.devicebatch.testkit;

import static io.github.devicebatch.testkit.ReceivedRequest.REDACTED;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Takes the credentials out of a request, and out of every other place of it where the same text stands. */
final class Redaction {

    private static final List<String> CREDENTIALS = List.of("Authorization", "Proxy-Authorization", "Cookie");

    /** A few letters are no secret: they would mangle the rest. */
    private static final int SHORTEST = 8;

    private final List<String> secrets;

    private Redaction(List<String> secrets) {
        this.secrets = secrets;
    }

    static Redaction of(Request request) {
        Stream<String> inHeaders = CREDENTIALS.stream()
                .map(request::values)
                .flatMap(Collection::stream)
                .map(Redaction::withoutScheme);
        return new Redaction(Stream.concat(inHeaders, SubmittedSecrets.spellings(request))
                .filter(secret -> secret.length() >= SHORTEST)
                .toList());
    }

    Map<String, List<String>> headers(Map<String, List<String>> headers) {
        Map<String, List<String>> clean = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> clean.put(
                name,
                CREDENTIALS.stream().anyMatch(name::equalsIgnoreCase)
                        ? List.of(REDACTED)
                        : values.stream().map(this::text).toList()));
        return clean;
    }

    String target(String target) {
        return text(SubmittedSecrets.withoutQuerySecrets(target, REDACTED));
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
