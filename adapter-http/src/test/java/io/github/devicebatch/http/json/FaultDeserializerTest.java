package io.github.devicebatch.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultDeserializerTest {

    private final BodyDecoder decoder = new BodyDecoder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"code":"900421","description":"Sign in","data":[],"source":"PartnerFD"} | 900421         | Sign in
            {"code":20002,"description":"No relation"}                               | 20002          | No relation
            {"statusCode":429,"message":"Try again in 57 seconds."}                  |                | Try again in 57 seconds.
            {"error":{"code":"Forbidden","message":"No."}}                           | Forbidden      | No.
            {"error":"invalid_grant","error_description":"Expired."}                 | invalid_grant  | Expired.
            {"code":"1000"}                                                          | 1000           |
            {"description":"words alone"}                                            |                | words alone
            {"innererror":{"code":5},"code":"1"}                                     | 1              |
            """)
    void readsEveryKnownFormat(String body, String code, String description) {
        assertThat(fault(body)).isEqualTo(new Fault(Optional.ofNullable(code), Optional.ofNullable(description)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "<html/>", "{\"code\":", "{\"code\":{}}", "{\"error\":5}", "{\"x\":[1,2", "{}x"
            })
    void otherBodiesAreUnexplained(String body) {
        assertThat(fault(body)).isEqualTo(Fault.UNEXPLAINED);
    }

    /** Each error inside an error would cost a stack frame. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 50, 10_000})
    void leavesAnErrorInsideAnErrorUnexplained(int depth) {
        String body = "{\"error\":".repeat(depth) + "{\"code\":\"1\"}" + "}".repeat(depth);

        assertThat(fault(body)).isEqualTo(Fault.UNEXPLAINED);
    }

    private Fault fault(String body) {
        return decoder.fault(body.getBytes(StandardCharsets.UTF_8));
    }
}
