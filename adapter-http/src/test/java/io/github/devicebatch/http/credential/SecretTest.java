package io.github.devicebatch.http.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

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

    @Test
    void shortTokenIsNotSearchedInABody() {
        assertThat(Secret.accessToken("finished").isRepeatedIn("finished".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
