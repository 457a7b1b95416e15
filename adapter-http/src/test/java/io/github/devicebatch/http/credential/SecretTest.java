package io.github.devicebatch.http.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An access token that comes back in what others say. */
class SecretTest {

    private static final String CANARY = "eyJ0eXAi.canary+/=.s3cr3t~";

    @Test
    void takesItselfOutOfForeignTextInEveryForm() {
        byte[] bytes = CANARY.getBytes(StandardCharsets.US_ASCII);
        String foreign = String.join(
                " ",
                "you sent",
                CANARY,
                URLEncoder.encode(CANARY, StandardCharsets.US_ASCII),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));

        assertThat(Secret.accessToken(CANARY).redactedFrom(foreign))
                .startsWith("you sent [access token] [access token] [access token]")
                .doesNotContain("canary", Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }

    @Test
    void seesItselfInABody() {
        byte[] body = ("{\"serialNumber\":\"" + CANARY + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThat(Secret.accessToken(CANARY).isRepeatedIn(body)).isTrue();
        assertThat(Secret.accessToken(CANARY + "x").isRepeatedIn(body)).isFalse();
    }

    @Test
    void takesNoWordOfABodyForATokenThatIsShort() {
        assertThat(Secret.accessToken("finished").isRepeatedIn("finished".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void seesEveryEncodingAnywhereInABody(String encoding) {
        Secret secret = Secret.accessToken(CANARY);
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
        byte[] bytes = bytes(CANARY);
        return Stream.of(
                CANARY,
                URLEncoder.encode(CANARY, StandardCharsets.US_ASCII),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Test
    void isTheTokenOfAnAuthorizationHeader() {
        assertThat(Secret.accessToken(CANARY).bearer()).isEqualTo("Bearer " + CANARY);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
