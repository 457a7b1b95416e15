package io.github.devicebatch.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The secrets that a form carries to the identity platform, which may say them back. */
record SentSecrets(List<SecretText> secrets) {

    private static final Map<String, String> FIELDS = Map.of(
            "client_secret", "client secret",
            "client_assertion", "client assertion",
            "refresh_token", "refresh token",
            "device_code", "device code");

    static SentSecrets in(String form) {
        return new SentSecrets(Stream.of(form.split("&"))
                .map(SentSecrets::secret)
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<SecretText> secret(String field) {
        int equals = field.indexOf('=');
        if (equals < 0 || !FIELDS.containsKey(field.substring(0, equals))) {
            return Optional.empty();
        }
        String value = URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8);
        return Optional.of(value)
                .filter(text -> !text.isEmpty())
                .map(text -> SecretText.sent(FIELDS.get(field.substring(0, equals)), text));
    }

    String redactedFrom(String foreign) {
        String redacted = foreign;
        for (SecretText secret : secrets) {
            redacted = secret.redactedFrom(redacted);
        }
        return redacted;
    }
}
