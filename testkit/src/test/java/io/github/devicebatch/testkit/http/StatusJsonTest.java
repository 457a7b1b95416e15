package io.github.devicebatch.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.Devices;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusJsonTest {

    @Test
    void leavesOutMissingMembers() {
        assertThat(StatusJson.of(Batches.queued()))
                .isEqualTo("{\"batchTrackingId\":\"0127ed8e-ff72-4983-a3d8-e8d8bd378932\",\"status\":\"queued\","
                        + "\"devicesStatus\":[],\"attributes\":{\"objectType\":\"BatchUploadDetails\"}}");
    }

    @Test
    void writesTheCompleteProductKeyAndTheDeviceId() {
        assertThat(StatusJson.of(Batches.finished(Batches.TRACKING, Devices.registered("SN-0001"))))
                .contains("\"deviceId\":\"", "\"productKey\":\"00329-00000-0003-", "\"serialNumber\":\"SN-0001\"")
                .doesNotContain("errorCode", "*");
    }

    @Test
    void writesTimesInUtcWithoutOffset() {
        BatchStatus status = new BatchStatus(
                Batches.TRACKING,
                BatchState.Listed.PROCESSING,
                Optional.of(Instant.parse("2017-07-25T10:00:00.120Z")),
                Optional.of(Instant.parse("2017-07-25T10:10:00Z")),
                List.of(),
                List.of());
        assertThat(StatusJson.of(status))
                .contains("\"startedTime\":\"2017-07-25T10:00:00.12", "\"completedTime\":\"2017-07-25T10:10:00\"");
    }

    @Test
    void escapesSpecialCharacters() {
        String strange = "a\"b\\c\nd\u0001e\ud83d\ude00f\ud800g\u00fc";
        assertThat(StatusJson.of(
                        Batches.finished(Batches.TRACKING, Devices.inState("SN", new DeviceState.Unlisted(strange)))))
                .contains("\"status\":\"a\\\"b\\\\c\\nd\\u0001e\ud83d\ude00f\ud800g\u00fc\"");
    }
}
