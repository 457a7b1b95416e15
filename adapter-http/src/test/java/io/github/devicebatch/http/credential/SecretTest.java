package io.github.devicebatch.http.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.support.EscapedJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret that is repeated in text of another party. */
class SecretTest {

    private static final String SECRET = "eyJ0eXAi.canary+/=.s3cr3t~";

    @Test
    void isRedactedInEveryEncoding() {
        byte[] bytes = SECRET.getBytes(StandardCharsets.US_ASCII);
        String text = String.join(
                " ",
                "you sent",
                SECRET,
                URLEncoder.encode(SECRET, StandardCharsets.US_ASCII),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));

        assertThat(Secret.accessToken(SECRET).redactedFrom(text))
                .startsWith("you sent [access token] [access token] [access token]")
                .doesNotContain("canary", Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }

    @Test
    void isFoundInABody() {
        byte[] body = ("{\"serialNumber\":\"" + SECRET + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThat(Secret.accessToken(SECRET).isRepeatedIn(body)).isTrue();
        assertThat(Secret.accessToken(SECRET + "x").isRepeatedIn(body)).isFalse();
    }

    static Stream<String> escapedForms() {
        byte[] bytes = SECRET.getBytes(StandardCharsets.US_ASCII);
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        return Stream.of(
                EscapedJson.allOf(SECRET),
                EscapedJson.allOf(SECRET).toUpperCase(Locale.ROOT).replace("\\U", "\\u"),
                EscapedJson.firstOf(SECRET),
                EscapedJson.lastOf(SECRET),
                SECRET.replace("/", "\\/"),
                EscapedJson.allOf(base64),
                EscapedJson.firstOf(base64),
                EscapedJson.allOf(URLEncoder.encode(SECRET, StandardCharsets.US_ASCII)),
                "\\n\\u00fc\\\"" + EscapedJson.firstOf(SECRET),
                "\\u12" + EscapedJson.firstOf(SECRET),
                "\\\\" + SECRET + "\\");
    }

    @ParameterizedTest
    @MethodSource("escapedForms")
    void seesItselfBehindTheEscapesOfJson(String form) {
        byte[] body = ("{\"serialNumber\":\"" + form + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThat(Secret.accessToken(SECRET).isRepeatedIn(body)).isTrue();
        assertThat(Secret.accessToken("x" + SECRET).isRepeatedIn(body)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\\", "\\u", "\\u0", "\\u006", "\\u00zz", "\\u0065", "{\"a\":\"\\"})
    void readsABodyThatEndsAnywhere(String body) {
        assertThat(Secret.accessToken(SECRET).isRepeatedIn(body.getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void seesATokenWithABackslashPlainAndEscaped() {
        Secret token = Secret.accessToken("made-up\\token-with-a-backslash");

        assertThat(token.isRepeatedIn("made-up\\token-with-a-backslash".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(token.isRepeatedIn("made-up\\\\token-with-a-backslash".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @Test
    void shortTokenIsNotSearchedInABody() {
        assertThat(Secret.accessToken("finished").isRepeatedIn("finished".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void seesEveryEncodingAnywhereInABody(String encoding) {
        Secret secret = Secret.accessToken(SECRET);
        for (int before = 0; before <= 2 * encoding.length(); before++) {
            String body = "x".repeat(before) + encoding;
            assertThat(secret.isRepeatedIn(bytes(body))).as(body).isTrue();
            assertThat(secret.isRepeatedIn(bytes(body + "é".repeat(before))))
                    .as(body)
                    .isTrue();
            assertThat(secret.isRepeatedIn(bytes(body.substring(0, body.length() - 1))))
                    .as(body)
                    .isFalse();
            assertThat(secret.isRepeatedIn(bytes("é" + body.substring(0, before) + encoding.substring(1))))
                    .as(body)
                    .isFalse();
        }
    }

    static Stream<String> encodings() {
        byte[] bytes = bytes(SECRET);
        return Stream.of(
                SECRET,
                URLEncoder.encode(SECRET, StandardCharsets.US_ASCII),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Test
    void isTheTokenOfAnAuthorizationHeader() {
        assertThat(Secret.accessToken(SECRET).bearer()).isEqualTo("Bearer " + SECRET);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
