package io.github.devicebatch.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.credential.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenResponseTest {

    private static final String GOOD = """
            {"token_type":"Bearer","scope":"user","expires_in":3599,"access_token":"aaa","refresh_token":"rrr"}""";

    private static TokenResponse read(String body) {
        return new BodyDecoder().token(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsEveryMember() {
        TokenResponse answer = read(GOOD);

        assertThat(answer.access().reveal()).isEqualTo("aaa");
        assertThat(answer.lifetime()).isEqualTo(Duration.ofSeconds(3_599));
        assertThat(answer.refresh().map(Secret::reveal)).contains("rrr");
        assertThat(answer)
                .hasToString("TokenResponse[access=[access token], lifetime=PT59M59S,"
                        + " refresh=Optional[[refresh token]]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"refresh_token\":null", ",\"refresh_token\":\"\""})
    void refreshTokenIsOptional(String member) {
        assertThat(read(GOOD.replace(",\"refresh_token\":\"rrr\"", member)).refresh())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Bearer, bearer", "Bearer, BEARER", "3599, '\"3599\"'", "3599, '\"03599\"'"})
    void readsOtherSpellingsOfTheSame(String part, String instead) {
        assertThat(read(GOOD.replace(part, instead)).lifetime()).isEqualTo(Duration.ofSeconds(3_599));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "token_type":"Bearer",   |                  | member token_type is not Bearer
            Bearer                   | mac              | member token_type is not Bearer
            "Bearer"                 | 1                | member token_type is not a string
            "access_token":"aaa",    |                  | member access_token is missing
            "aaa"                    | ""               | member access_token is missing
            "aaa"                    | 1                | member access_token is not a string
            "aaa"                    | "a b"            | the access token has white space at position 2 of 3; a token is one word of visible ASCII, without "Bearer" in front
            "rrr"                    | "r r"            | the refresh token has white space at position 2 of 3; a token is one word of visible ASCII
            "rrr"                    | {}               | member refresh_token is not a string
            "expires_in":3599,       |                  | member expires_in is missing
            3599                     | 0                | member expires_in is not a number of seconds
            3599                     | 1.5              | member expires_in is not a number of seconds
            3599                     | 99999999999      | member expires_in is not a number of seconds
            3599                     | []               | member expires_in is not a string or a number
            "scope":"user"           | "expires_in":1   | member expires_in occurs twice
            """)
    void rejectsUnusableMembers(String part, String instead, String why) {
        assertThatThrownBy(() -> read(GOOD.replace(part, instead == null ? "" : instead)))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessage(why);
    }
}
