package io.github.devicebatch.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.testkit.Batches;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyDecoderTest {

    private static final String HEAD =
            "\"batchTrackingId\":\"0127ED8E-ff72-4983-a3d8-e8d8bd378932\",\"status\":\"processing\"";

    private final BodyDecoder decoder = new BodyDecoder();

    @Test
    void readsTheDocumentedExample() {
        BatchStatus status = decoder.status(Batches.documentedExampleJson());

        assertThat(status).isEqualTo(Batches.documentedExample());
        assertThat(status.startedTime()).contains(Instant.parse("2017-07-25T10:00:00Z"));
        assertThat(status.devices())
                .extracting(DeviceStatus::error)
                .containsExactly(Optional.of(DeviceError.of("808", "ZtdDeviceAssignedToOtherTenant")));
    }

    @Test
    void rejectsEveryPrefixOfTheDocumentedExample() {
        byte[] whole = Batches.documentedExampleJson();
        int end = new String(whole, StandardCharsets.UTF_8).lastIndexOf('}');
        for (int length = 0; length <= end; length++) {
            byte[] beginning = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> decoder.status(beginning)).isInstanceOf(UnreadableBodyException.class);
        }
    }

    @Test
    void requiresOnlyIdAndStatus() {
        BatchStatus status = decode("{" + HEAD + "}");

        assertThat(status.trackingId()).isEqualTo(Batches.TRACKING);
        assertThat(status.state()).isEqualTo(BatchState.Listed.PROCESSING);
        assertThat(status.startedTime()).isEmpty();
        assertThat(status.devices()).isEmpty();
        assertThat(status.remarks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{HEAD}",
                " \t\r\n{HEAD} \t\r\n",
                "\ufeff{HEAD}",
                "{HEAD,\"devicesStatus\":null}",
                "{HEAD,\"devicesStatus\":[]}",
                "{HEAD,\"startedTime\":null,\"completedTime\":\"\"}",
                "{HEAD,\"startedTime\":\"0001-01-01T00:00:00\"}",
                "{HEAD,\"attributes\":null}",
                "{HEAD,\"attributes\":[1,{\"a\":[]},\"x\",true,null,1e99999]}",
                "{HEAD,\"new\":1,\"new\":2}",
                "{HEAD,\"Status\":\"wrong case is another member\"}",
                "{HEAD,\"\\u006eew\":{}}",
            })
    void acceptsOptionalAndUnknownMembers(String body) {
        assertThat(decode(body.replace("HEAD", HEAD))).isEqualTo(decode("{" + HEAD + "}"));
    }

    @Test
    void keepsTheTextOfUnknownStates() {
        BatchStatus status = decode("{\"batchTrackingId\":\"" + Batches.TRACKING
                + "\",\"status\":\"Paused_For-Review\",\"devicesStatus\":[{\"status\":\"On Hold\"}]}");

        assertThat(status.state()).isEqualTo(new BatchState.Unlisted("Paused_For-Review"));
        assertThat(status.devices().getFirst().state()).isEqualTo(new DeviceState.Unlisted("On Hold"));
    }

    @ParameterizedTest
    @CsvSource({"'\"808\"', 808", "808, 808", "808.0, 808.0", "'\" 808\"', ' 808'"})
    void keepsErrorCodesAsText(String json, String code) {
        BatchStatus status = decode(
                "{" + HEAD + ",\"devicesStatus\":[{\"status\":\"finished_with_errors\",\"errorCode\":" + json + "}]}");

        assertThat(status.devices().getFirst().error()).contains(new DeviceError(Optional.of(code), Optional.empty()));
    }

    @Test
    void omitsAnInvalidTimeAndAddsARemark() {
        BatchStatus status = decode("{" + HEAD + ",\"startedTime\":\"yester\\u001bday\"}");

        assertThat(status.startedTime()).isEmpty();
        assertThat(status.remarks()).containsExactly("startedTime is not a time and was left out: yester\\u{1b}day");
    }

    @Test
    void readsBlankTextAsMissing() {
        BatchStatus status = decode("{" + HEAD + ",\"devicesStatus\":[{\"deviceId\":\"\",\"serialNumber\":\" \","
                + "\"productKey\":\"\",\"status\":\"finished\",\"errorCode\":\"\",\"errorDescription\":null}]}");

        assertThat(status.devices())
                .containsExactly(new DeviceStatus(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        DeviceState.Listed.FINISHED,
                        Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "\\ud83d\\ude00", "\\uD83D\\uDE00"})
    void keepsCharactersOfTwoSurrogates(String character) {
        BatchStatus status = decode("{" + HEAD + ",\"devicesStatus\":[{\"status\":\"queued\",\"serialNumber\":\"a"
                + character + character + "b\"}]}");

        assertThat(status.devices().getFirst().serialNumber()).contains("a😀😀b");
    }

    private BatchStatus decode(String body) {
        return decoder.status(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Bodies that are not one well-formed status. */
    @Nested
    class UnreadableBodies {

        private static final String HEAD = "\"batchTrackingId\":\"" + Batches.TRACKING + "\",\"status\":\"finished\"";

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                                               | it is empty
            ~ \t\r\n ~                                       | it is empty
            \ufeff                                           | it is empty
            \ufeff\ufeff{HEAD}                               | it is not a JSON object
            \ufec0{HEAD}                                     | it is not a JSON object
            null                                             | it is not a JSON object
            []                                               | it is not a JSON object
            [{HEAD}]                                         | it is not a JSON object
            true                                             | it is not a JSON object
            "finished"                                       | it is not a JSON object
            NaN                                              | it is not a JSON object
            <html><body>503</body></html>                    | it is not a JSON object
            <?xml version="1.0"?><a/>                        | it is not a JSON object
            // {HEAD}                                        | it is not a JSON object
            {}                                               | it has no batchTrackingId
            {"status":"finished"}                            | it has no batchTrackingId
            {"BATCHTRACKINGID":"x","Status":"finished"}      | it has no batchTrackingId
            {"batchTrackingId":"TRACKING"}                   | it has no status
            {"batchTrackingId":"TRACKING","status":null}     | it has no status
            {"batchTrackingId":"TRACKING","status":" "}      | it has no status
            {"batchTrackingId":"1-1-1-1-1","status":"queued"}| its batchTrackingId is not a GUID
            {HEAD}x                                          | follows the JSON object
            {HEAD}{HEAD}                                     | follows the JSON object
            {HEAD},                                          | follows the JSON object
            {HEAD}]                                          | follows the JSON object
            {HEAD} // well                                   | follows the JSON object
            {HEAD,}                                          | not well-formed
            {HEAD,"x":NaN}                                   | not well-formed
            {HEAD,"x":01}                                    | not well-formed
            {HEAD,"x":'a'}                                   | not well-formed
            {HEAD,"x":"a\tb"}                                | not well-formed
            {HEAD,x:1}                                       | not well-formed
            {HEAD/* c */}                                    | not well-formed
            {HEAD,"status":"finished"}                       | member status occurs twice
            {HEAD,"devicesStatus":[],"devicesStatus":[]}     | member devicesStatus occurs twice
            {HEAD,"startedTime":1500976800}                  | member startedTime is not a string
            {HEAD,"completedTime":{}}                        | member completedTime is not a string
            {HEAD,"devicesStatus":{}}                        | member devicesStatus is not an array
            {HEAD,"devicesStatus":"none"}                    | member devicesStatus is not an array
            {HEAD,"devicesStatus":[null]}                    | element 0 of devicesStatus is not an object
            {HEAD,"devicesStatus":[{"status":"x"},null]}     | element 1 of devicesStatus is not an object
            {HEAD,"devicesStatus":[[]]}                      | element 0 of devicesStatus is not an object
            {HEAD,"devicesStatus":[{}]}                      | device 0 has no status
            {HEAD,"devicesStatus":[{"status":["finished"]}]} | member status is not a string
            {HEAD,"devicesStatus":[{"status":true}]}         | member status is not a string
            {HEAD,"devicesStatus":[{"serialNumber":5}]}      | member serialNumber is not a string
            {HEAD,"devicesStatus":[{"deviceId":{}}]}         | member deviceId is not a string
            {HEAD,"devicesStatus":[{"productKey":false}]}    | member productKey is not a string
            {HEAD,"devicesStatus":[{"errorCode":[808]}]}     | member errorCode is not a string or a number
            {HEAD,"devicesStatus":[{"errorDescription":1}]}  | member errorDescription is not a string
            {HEAD,"devicesStatus":[{"serialNumber":"\\ud800"}]} | member serialNumber has an unpaired surrogate
            {HEAD,"devicesStatus":[{"serialNumber":"a\\udfff"}]} | member serialNumber has an unpaired surrogate
            {HEAD,"devicesStatus":[{"serialNumber":"\\ude00\\ud83d"}]} | member serialNumber has an unpaired surrogate
            {HEAD,"devicesStatus":[{"serialNumber":"😀\\ud83d"}]} | member serialNumber has an unpaired surrogate
            {HEAD,"devicesStatus":[{"serialNumber":"\\ud83d😀"}]} | member serialNumber has an unpaired surrogate
            {HEAD,"devicesStatus":[{"status":"a","status":"b"}]} | member status occurs twice
            """)
        void areRejectedWithAReason(String body, String why) {
            String whole = body.replace("HEAD", HEAD).replace("TRACKING", Batches.TRACKING.toString());

            assertThatThrownBy(() -> decoder.status(whole.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(UnreadableBodyException.class)
                    .hasMessageContaining(why)
                    .hasNoCause();
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1"})
        void onlyUtf8IsAccepted(String charset) {
            byte[] body = ("{" + HEAD + ",\"x\":\"é\"}").getBytes(Charset.forName(charset));

            assertThatThrownBy(() -> decoder.status(body)).isInstanceOf(UnreadableBodyException.class);
        }

        @ParameterizedTest
        @ValueSource(ints = {64, 1_000, 1_000_000})
        void nestingIsLimited(int depth) {
            byte[] body = ("{" + HEAD + ",\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}")
                    .getBytes(StandardCharsets.UTF_8);

            assertThatThrownBy(() -> decoder.status(body))
                    .isInstanceOf(UnreadableBodyException.class)
                    .hasMessage("it is nested deeper than 64");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"x\":[1,2", "{\"x\":{\"y\":{", "{\"x\":[[[]", "{\"x\":{\"y\":1", "{\"x\""})
        void truncatedUnknownMembersAreRejected(String body) {
            assertThatThrownBy(() -> decoder.status(body.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(UnreadableBodyException.class);
        }

        @Test
        void numberOfDevicesIsLimited() {
            String device = "{\"status\":\"queued\"},";
            byte[] body = ("{" + HEAD + ",\"devicesStatus\":[" + device.repeat(100_000) + "{}]}")
                    .getBytes(StandardCharsets.UTF_8);

            assertThatThrownBy(() -> decoder.status(body))
                    .isInstanceOf(UnreadableBodyException.class)
                    .hasMessage("it has more than 100000 devices");
        }

        @Test
        void messageQuotesNothingOfTheBody() {
            byte[] body = ("{" + HEAD + ",\"productKey\": s3cret-key}").getBytes(StandardCharsets.UTF_8);

            assertThatThrownBy(() -> decoder.status(body)).hasMessage("it is not well-formed JSON in UTF-8");
        }
    }
}
