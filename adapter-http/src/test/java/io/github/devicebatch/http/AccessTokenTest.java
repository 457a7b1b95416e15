package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
