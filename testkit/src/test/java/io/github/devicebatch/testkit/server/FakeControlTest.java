package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.junit.Lenient;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.Submitter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
record FakeControlTest(FakePartnerCenter partnerCenter, ManualTime time, Client client) {

    private static final String WHOLE = """
            {
              "$schema": "scenario-1.schema.json",
              "magicBatches": true,
              "uploads": {"queued": "0s", "processing": "2m"},
              "faults": {"share": 0, "replies": [{"status": 503}]},
              "batches": [
                {"customer": "47021739-3426-40bf-9601-61b4b6d7c793", "tracking": "0127ED8E-ff72-4983-a3d8-e8d8bd378932",
                 "replies": [{"throttled": "57s"}, {"example": "finished"}]},
                {"customer": "47021739-3426-40bf-9601-61b4b6d7c793", "tracking": "ba7c0000-0000-4000-8000-000000000001",
                 "timeline": [
                   {"after": "1m", "example": "processing"},
                   {"after": "0s", "example": "queued"},
                   {"after": "PT1H30M", "batch": {"status": "finished"}}]}
              ]
            }
            """;

    @Test
    void loadsScriptsAndTimelines() throws Exception {
        partnerCenter.control().load(WHOLE);
        assertThat(client.requestStatus(Batches.REFERENCE).statusCode()).isEqualTo(429);
        assertThat(client.requestStatus(Batches.REFERENCE).body()).contains("\"finished\"");
        assertThat(client.requestStatus(Batches.anotherBatch()).body()).contains("\"queued\"");
        time.advance(Duration.ofMinutes(1));
        assertThat(client.requestStatus(Batches.anotherBatch()).body()).contains("\"status\":\"processing\"");
        time.advance(Duration.ofMinutes(89));
        assertThat(client.requestStatus(Batches.anotherBatch()).body())
                .contains("\"status\":\"finished\",\"devicesStatus\":[]");
    }

    @Test
    void loadsMagicBatchesUploadDurationsAndFaults() throws Exception {
        partnerCenter.control().load(WHOLE);
        assertThat(client.get(
                                "/v1/customers/" + Batches.CUSTOMER + "/batchJobStatus/"
                                        + MagicBatch.FINISHED.trackingId(),
                                Client.headers())
                        .statusCode())
                .isEqualTo(200);
        String status = new Submitter(client).submit("one", Submitter.device("SN-1"));
        assertThat(new Submitter(client).get(status).body()).contains("\"in-progress\"");
        time.advance(Duration.ofMinutes(2));
        assertThat(new Submitter(client).get(status).body()).contains("\"completedTime\"");
        partnerCenter
                .control()
                .load("{\"magicBatches\": false, \"faults\": {\"share\": 1, \"replies\": [{\"status\": 418}]}}");
        assertThat(client.requestStatus(Batches.REFERENCE).statusCode()).isEqualTo(418);
        assertThat(partnerCenter.requests().getLast().faulted()).isTrue();
        assertThat(partnerCenter.control().hasMagicBatches()).isFalse();
    }

    @Test
    void keepsSettingsThatAScenarioLeavesOut() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
        partnerCenter.control().magicBatches(true);
        partnerCenter.control().load("{}");
        assertThat(client.requestStatus(Batches.REFERENCE).statusCode()).isEqualTo(200);
        assertThat(partnerCenter.control().hasMagicBatches()).isTrue();
    }

    @Test
    @Lenient
    void loadsNothingOfAnInvalidScenario() throws Exception {
        String wrong = WHOLE.replace("\"timeline\"", "\"time line\"");
        assertThatExceptionOfType(InvalidScenarioException.class)
                .isThrownBy(() -> partnerCenter.control().load(wrong))
                .withMessage("line 10, column 19: a batch has no member \"time line\"; it may have customer, tracking, "
                        + "replies, timeline")
                .satisfies(invalid -> {
                    assertThat(invalid.line()).isEqualTo(10);
                    assertThat(invalid.column()).isEqualTo(19);
                });
        assertThat(client.requestStatus(Batches.REFERENCE).statusCode()).isEqualTo(404);
        assertThat(partnerCenter.control().hasMagicBatches()).isFalse();
    }

    @Test
    void reportsTheFileOfAnInvalidScenario(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("my.json"), "{\n  \"batch\": []\n}");
        assertThatExceptionOfType(InvalidScenarioException.class)
                .isThrownBy(() -> partnerCenter.control().load(file))
                .withMessageStartingWith(file + ", line 2, column 12: a scenario has no member \"batch\"; it may have");
        Files.writeString(file, WHOLE);
        partnerCenter.control().load(file);
        assertThat(client.requestStatus(Batches.REFERENCE).statusCode()).isEqualTo(429);
        assertThatThrownBy(() -> partnerCenter.control().load(folder.resolve("none.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.json");
    }
}
