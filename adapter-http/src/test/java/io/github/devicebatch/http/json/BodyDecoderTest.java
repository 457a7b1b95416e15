package io.github.devicebatch.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.testkit.Batches;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyDecoderTest {

    private static final String HEAD =
            "\"batchTrackingId\":\"0127ED8E-ff72-4983-a3d8-e8d8bd378932\",\"status\":\"processing\"";

    private final BodyDecoder decoder = new BodyDecoder();

    @Test
    void readsTheDocumentedExampleByteForByte() {
        BatchStatus status = decoder.status(Batches.documentedExampleJson());

        assertThat(status).isEqualTo(Batches.documentedExample());
        assertThat(status.startedTime()).contains(Instant.parse("2017-07-25T10:00:00Z"));
        assertThat(status.devices())
                .extracting(DeviceStatus::error)
                .containsExactly(Optional.of(DeviceError.of("808", "ZtdDeviceAssignedToOtherTenant")));
    }

    @Test
    void trustsNoBeginningOfTheDocumentedExample() {
        byte[] whole = Batches.documentedExampleJson();
        int end = new String(whole, StandardCharsets.UTF_8).lastIndexOf('}');
        for (int length = 0; length <= end; length++) {
            byte[] beginning = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> decoder.status(beginning)).isInstanceOf(UnreadableBodyException.class);
        }
    }

    @Test
    void needsNothingButIdAndStatus() {
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
    void toleratesWhatTheVendorLeavesOpen(String body) {
        assertThat(decode(body.replace("HEAD", HEAD))).isEqualTo(decode("{" + HEAD + "}"));
    }

    @Test
    void keepsTheTextOfAStateItDoesNotKnow() {
        BatchStatus status = decode("{\"batchTrackingId\":\"" + Batches.TRACKING
                + "\",\"status\":\"Paused_For-Review\",\"devicesStatus\":[{\"status\":\"On Hold\"}]}");

        assertThat(status.state()).isEqualTo(new BatchState.Unlisted("Paused_For-Review"));
        assertThat(status.devices().getFirst().state()).isEqualTo(new DeviceState.Unlisted("On Hold"));
    }

    @ParameterizedTest
    @CsvSource({"'\"808\"', 808", "808, 808", "808.0, 808.0", "'\" 808\"', ' 808'"})
    void keepsTheErrorCodeAsTextWhateverItsType(String json, String code) {
        BatchStatus status = decode(
                "{" + HEAD + ",\"devicesStatus\":[{\"status\":\"finished_with_errors\",\"errorCode\":" + json + "}]}");

        assertThat(status.devices().getFirst().error()).contains(new DeviceError(Optional.of(code), Optional.empty()));
    }

    @Test
    void leavesOutATimeThatIsNoneAndNotesIt() {
        BatchStatus status = decode("{" + HEAD + ",\"startedTime\":\"yester\\u001bday\"}");

        assertThat(status.startedTime()).isEmpty();
        assertThat(status.remarks()).containsExactly("startedTime is not a time and was left out: yester\\u{1b}day");
    }

    @Test
    void takesBlankTextForMissing() {
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

    private BatchStatus decode(String body) {
        return decoder.status(body.getBytes(StandardCharsets.UTF_8));
    }
}
