package io.github.devicebatch.testkit.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.Submitter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
record UploadJobTest(FakePartnerCenter partnerCenter, ManualTime time, Submitter submitter) {

    @Test
    void isQueuedAndThenProcessed() throws Exception {
        String status = submitter.submit("Test batch", Submitter.device("SN-1"), Submitter.device("SN-2"));

        assertThat(submitter.get(status).body()).isEqualTo("""
                {"batchTrackingId":"10b00000-0000-4000-8000-000000000001","status":"queued","devicesStatus":[],\
                "attributes":{"objectType":"BatchUploadDetails"}}""");
        time.advance(Duration.ofMinutes(1));
        assertThat(submitter.get(status).body()).isEqualTo("""
                {"batchTrackingId":"10b00000-0000-4000-8000-000000000001","status":"processing",\
                "startedTime":"2026-01-05T09:01:00","devicesStatus":[\
                {"serialNumber":"SN-1","status":"in-progress","attributes":{"objectType":"DeviceUploadDetails"}},\
                {"serialNumber":"SN-2","status":"in-progress","attributes":{"objectType":"DeviceUploadDetails"}}],\
                "attributes":{"objectType":"BatchUploadDetails"}}""");
    }

    @Test
    void finishesItsDevicesOneAfterAnotherInTenMinutes() throws Exception {
        String status = submitter.submit("Test batch", Submitter.device("SN-1"), Submitter.device("SN-2"));
        time.advance(Duration.ofMinutes(6));
        assertThat(submitter.get(status).body())
                .contains("\"status\":\"processing\"")
                .containsPattern("\"deviceId\":\"[0-9a-f-]{36}\",\"serialNumber\":\"SN-1\",\"status\":\"finished\"")
                .contains("{\"serialNumber\":\"SN-2\",\"status\":\"in-progress\"");
        time.advance(Duration.ofMinutes(5));
        assertThat(submitter.get(status).body())
                .contains("\"status\":\"finished\",\"startedTime\":\"2026-01-05T09:01:00\"")
                .contains("\"completedTime\":\"2026-01-05T09:11:00\"")
                .doesNotContain("in-progress");
    }

    @Test
    void hasConfigurableDurations() throws Exception {
        String before = submitter.submit("one", Submitter.device("SN-1"));
        partnerCenter.control().uploadsTake(Duration.ZERO, Duration.ZERO);
        assertThat(submitter.get(before).body()).contains("\"queued\"");
        assertThat(submitter
                        .get(submitter.submit("two", Submitter.device("SN-1")))
                        .body())
                .contains("\"completedTime\":\"2026-01-05T09:00:00\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> partnerCenter.control().uploadsTake(Duration.ofSeconds(-1), Duration.ZERO));
    }

    @Test
    void aStorageErrorPassesWhenTheDeviceIsUploadedAgain() throws Exception {
        String first = submitter.submit("first", Submitter.device("SN-640"), Submitter.device("SN-808"));
        String second = submitter.submit("second", Submitter.device("SN-640"), Submitter.device("SN-808"));
        time.advance(Duration.ofMinutes(11));

        assertThat(submitter.get(first).body()).contains("StorageError", "ZtdDeviceAssignedToOtherTenant");
        assertThat(submitter.get(second).body())
                .doesNotContain("StorageError")
                .contains("\"serialNumber\":\"SN-640\",\"status\":\"finished\"", "ZtdDeviceAssignedToOtherTenant");
    }
}
