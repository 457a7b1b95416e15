package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTokenTest {

    private static final String CANARY = "eyJ0eXAi.canary+/=.s3cr3t~";

    @Test
    void neverPrintsItself() {
        assertThat(AccessToken.of(CANARY)).hasToString("[access token]");
    }

    @Test
    void goesIntoTheHeaderWithItsScheme() {
        assertThat(AccessToken.of(CANARY).authorization()).isEqualTo("Bearer " + CANARY);
    }

    @Test
    void isEqualToTheSameToken() {
        assertThat(AccessToken.of(CANARY))
                .isEqualTo(AccessToken.of(CANARY))
                .hasSameHashCodeAs(AccessToken.of(CANARY))
                .isNotEqualTo(AccessToken.of("another"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            "sec\nret",   a line break at position 4 of 7
            "secret\r\n", a line break at position 7 of 8
            "sec ret",    white space at position 4 of 7
            "sec\tret",   white space at position 4 of 7
            "sec\u0000",  a control character at position 4 of 4
            "sec\u007f",  a control character at position 4 of 4
            "secr\u00e9t", a character outside ASCII at position 5 of 6
            """, quoteCharacter = '"')
    void refusesWhatCouldBreakAHeaderWithoutRepeatingIt(String text, String what) {
        assertThatThrownBy(() -> AccessToken.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(what)
                .hasMessageNotContainingAny("sec", "ret");
    }

    @Test
    void refusesNothing() {
        assertThatThrownBy(() -> AccessToken.of(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the access token is empty");
    }

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

        assertThat(AccessToken.of(CANARY).redactedFrom(foreign))
                .startsWith("you sent [access token] [access token] [access token]")
                .doesNotContain("canary", Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }

    @Test
    void seesItselfInABody() {
        byte[] body = ("{\"serialNumber\":\"" + CANARY + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThat(AccessToken.of(CANARY).isRepeatedIn(body)).isTrue();
        assertThat(AccessToken.of(CANARY + "x").isRepeatedIn(body)).isFalse();
    }

    @Test
    void takesNoWordOfABodyForATokenThatIsShort() {
        assertThat(AccessToken.of("finished").isRepeatedIn("finished".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
