package io.github.devicebatch.cli.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Search for secrets in text, and a token to search for. */
public final class SecretSearch {

    public static final String TOKEN = "canary+of/the~packaged.command==";

    private static final int SHIFTS = 3;

    private SecretSearch() {}

    /** Checks that {@code text} does not contain the token. */
    public static void assertAbsentFrom(String text) {
        assertAbsentFrom(text, TOKEN);
    }

    /** Checks that {@code text} does not contain the secret: plain, URL-encoded, or in Base64 at any offset. */
    public static void assertAbsentFrom(String text, String secret) {
        assertThat(text).doesNotContain(secret, URLEncoder.encode(secret, UTF_8));
        assertThat(base64(secret)).noneMatch(text::contains);
    }

    private static List<String> base64(String secret) {
        return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                .flatMap(encoder -> Stream.iterate(0, shift -> shift < SHIFTS, shift -> shift + 1)
                        .map(shift -> encoder.encodeToString((" ".repeat(shift) + secret).getBytes(UTF_8))))
                .map(encoded -> encoded.substring(4, encoded.length() - 4))
                .toList();
    }
}
