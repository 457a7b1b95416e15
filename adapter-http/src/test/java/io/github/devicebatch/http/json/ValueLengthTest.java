package io.github.devicebatch.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.testkit.Batches;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maximum lengths of single values; {@link BodyDecoderTest} has the rest. */
class ValueLengthTest {

    private static final String HEAD = "\"batchTrackingId\":\"" + Batches.TRACKING + "\",\"status\":\"finished\"";

    private final BodyDecoder decoder = new BodyDecoder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {HEAD,"devicesStatus":[{"status":"queued","serialNumber":"VALUE"}]} | serialNumber
            {HEAD,"devicesStatus":[{"status":"queued","deviceId":"VALUE"}]}     | deviceId
            {HEAD,"devicesStatus":[{"status":"queued","productKey":"VALUE"}]}   | productKey
            {HEAD,"devicesStatus":[{"status":"queued","errorCode":"VALUE"}]}    | errorCode
            {HEAD,"devicesStatus":[{"status":"queued","errorCode":VALUE}]}      | errorCode
            {HEAD,"devicesStatus":[{"status":"VALUE"}]}                         | status
            {"batchTrackingId":"TRACKING","status":"VALUE"}                     | status
            """)
    void rejectsAValueAboveTheMaximumLength(String body, String member) {
        String template = body.replace("HEAD", HEAD).replace("TRACKING", Batches.TRACKING.toString());
        decoder.status(template.replace("VALUE", "1".repeat(1_024)).getBytes(StandardCharsets.UTF_8));

        for (int length : List.of(1_025, 8 << 20)) {
            byte[] tooLong = template.replace("VALUE", "1".repeat(length)).getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> decoder.status(tooLong))
                    .isInstanceOf(UnreadableBodyException.class)
                    .hasMessage("member " + member + " is longer than 1024 characters");
        }
    }

    @Test
    void cutsADescription() {
        String description = "x".repeat(1_025);
        byte[] body = ("{" + HEAD + ",\"devicesStatus\":[{\"status\":\"finished\",\"errorDescription\":\"" + description
                        + "\"}]}")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(decoder.status(body)
                        .devices()
                        .getFirst()
                        .error()
                        .orElseThrow()
                        .name())
                .contains("x".repeat(1_024) + "…");
    }
}
