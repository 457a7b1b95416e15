package io.github.devicebatch.http.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.testkit.Batches;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every body that is not exactly one well-formed answer. */
class UnreadableBodyTest {

    private static final String HEAD = "\"batchTrackingId\":\"" + Batches.TRACKING + "\",\"status\":\"finished\"";

    private final BodyDecoder decoder = new BodyDecoder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                                               | it is empty
            ~ \t\r\n ~                                       | it is empty
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
            {HEAD,"devicesStatus":[{"status":"a","status":"b"}]} | member status occurs twice
            """)
    void saysWhatIsWrong(String body, String why) {
        String whole = body.replace("HEAD", HEAD).replace("TRACKING", Batches.TRACKING.toString());

        assertThatThrownBy(() -> decoder.status(whole.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessageContaining(why)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1"})
    void takesUtf8Alone(String charset) {
        byte[] body = ("{" + HEAD + ",\"x\":\"é\"}").getBytes(Charset.forName(charset));

        assertThatThrownBy(() -> decoder.status(body)).isInstanceOf(UnreadableBodyException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 1_000, 1_000_000})
    void endsWhereItGetsTooDeep(int depth) {
        byte[] body =
                ("{" + HEAD + ",\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> decoder.status(body))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessage("it is nested deeper than 64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"x\":[1,2", "{\"x\":{\"y\":{", "{\"x\":[[[]", "{\"x\":{\"y\":1", "{\"x\""})
    void endsWhereTheBodyEndsInsideWhatItPassesOver(String body) {
        assertThatThrownBy(() -> decoder.status(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableBodyException.class);
    }

    @Test
    void refusesMoreDevicesThanAnyUploadHas() {
        String device = "{\"status\":\"queued\"},";
        byte[] body = ("{" + HEAD + ",\"devicesStatus\":[" + device.repeat(100_000) + "{}]}")
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> decoder.status(body))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessage("it has more than 100000 devices");
    }

    @Test
    void quotesNothingOfTheBody() {
        byte[] body = ("{" + HEAD + ",\"productKey\": s3cret-key}").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> decoder.status(body)).hasMessage("it is not well-formed JSON in UTF-8");
    }
}
