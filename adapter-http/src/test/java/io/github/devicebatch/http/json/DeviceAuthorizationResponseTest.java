package io.github.devicebatch.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceAuthorizationResponseTest {

    private static final String GOOD = """
            {"device_code":"GAQ","user_code":"FJC3","verification_uri":"https://microsoft.com/devicelogin",
             "expires_in":900,"interval":5,"message":"To sign in, …"}""";

    private static DeviceAuthorizationResponse read(String body) {
        return new BodyDecoder().deviceCode(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsTheDocumentedExample() {
        DeviceAuthorizationResponse answer = read(GOOD);

        assertThat(answer)
                .hasToString("DeviceAuthorizationResponse[deviceCode=[device code], userCode=FJC3,"
                        + " verificationUri=https://microsoft.com/devicelogin, lifetime=PT15M, interval=PT5S]");
        assertThat(answer.deviceCode().reveal()).isEqualTo("GAQ");
    }

    @ParameterizedTest
    @CsvSource({"'\"interval\":5,', ''", "'\"interval\":5', '\"interval\":0'", "'\"interval\":5', '\"interval\":null'"})
    void defaultIntervalIsFiveSeconds(String part, String instead) {
        assertThat(read(GOOD.replace(part, instead)).interval()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 7", "'\"030\"', 30"})
    void readsTheInterval(String json, long seconds) {
        assertThat(read(GOOD.replace("\"interval\":5", "\"interval\":" + json)).interval())
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void escapesControlCharactersInTheUserCode() {
        assertThat(read(GOOD.replace("FJC3", "FJ\\u001b[2J")).userCode()).isEqualTo("FJ\\u{1b}[2J");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "device_code":"GAQ", |  | member device_code is missing
            "user_code":"FJC3", |  | member user_code is missing
            "expires_in":900, |  | member expires_in is missing
            900 | -900 | member expires_in is not a number of seconds
            900 | "soon" | member expires_in is not a number of seconds
            "interval":5 | "interval":-5 | member interval is not a number of seconds
            https://microsoft.com/devicelogin | javascript:alert(1) | member verification_uri is not the address of a web page
            https://microsoft.com/devicelogin | https:// | member verification_uri is not the address of a web page
            https://microsoft.com/devicelogin | https://a/[ | member verification_uri is not the address of a web page
            https://microsoft.com/devicelogin | https://a b | member verification_uri is not the address of a web page
            """)
    void rejectsUnusableMembers(String part, String instead, String why) {
        assertThatThrownBy(() -> read(GOOD.replace(part, instead == null ? "" : instead)))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessage(why);
    }
}
