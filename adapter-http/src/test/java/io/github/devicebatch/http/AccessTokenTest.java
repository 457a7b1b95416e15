package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {

    private static final String SECRET = "eyJ0eXAi.canary+/=.s3cr3t~";

    @Test
    void toStringHidesTheValue() {
        assertThat(AccessToken.of(SECRET)).hasToString("[access token]");
    }

    @Test
    void equalTokensAreEqual() {
        assertThat(AccessToken.of(SECRET))
                .isEqualTo(AccessToken.of(SECRET))
                .hasSameHashCodeAs(AccessToken.of(SECRET))
                .isNotEqualTo(AccessToken.of("another"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                " \t%s\r\n",
                "\"%s\"",
                "' %s '",
                "bearer  %s",
                "Authorization: Bearer %s",
                "'Bearer %s'",
                "{\"accessToken\":\"%s\"}",
                " {\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"%s\"}\n",
                "{\"access_token\":\"other\",\"more\":[{\"accessToken\":1}],\"accessToken\":\"%s\"}",
                "{\"accessToken\":{\"x\":[]},\"access_token\":\"%s\"}"
            })
    void parseFindsTheTokenInTheOutputOfTools(String form) {
        assertThat(AccessToken.parse(form.replace("%s", SECRET))).isEqualTo(AccessToken.of(SECRET));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"token\":\"secret\"}           | it is JSON without the member accessToken or access_token",
                "{\"accessToken\":123456}       | it is JSON without the member accessToken or access_token",
                "{}                             | it is JSON without the member accessToken or access_token",
                "{\"accessToken\":\"secret\"      | it begins as JSON but is not JSON",
                "{\"accessToken\":secret}       | it begins as JSON but is not JSON",
                "{                              | it begins as JSON but is not JSON",
                "Bearer secret below            | the access token has white space at position 7 of 12",
                "Bearer                         | the access token is empty"
            })
    void parseSaysWhatAnythingElseIsWithoutRepeatingIt(String text, String why) {
        assertThatThrownBy(() -> AccessToken.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why)
                .hasMessageNotContainingAny("secret", "123456");
    }

    /** Text that is not a token. */
    @Nested
    class UnusableText {

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
        void rejectsTextThatCouldBreakAHeaderWithoutRepeatingIt(String text, String what) {
            assertThatThrownBy(() -> AccessToken.of(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(what)
                    .hasMessageNotContainingAny("sec", "ret");
        }

        @Test
        void rejectsEmptyText() {
            assertThatThrownBy(() -> AccessToken.of(""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the access token is empty");
        }
    }
}
