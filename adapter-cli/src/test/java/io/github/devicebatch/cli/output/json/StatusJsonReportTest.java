package io.github.devicebatch.cli.output.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.cli.output.DeviceFilter;
import io.github.devicebatch.cli.support.AttemptTraces;
import io.github.devicebatch.cli.support.HostileAnswer;
import io.github.devicebatch.cli.support.OutputSchema;
import io.github.devicebatch.cli.support.ReportOutput;
import io.github.devicebatch.domain.AcceptedErrors;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusJsonReportTest {

    @Test
    void fieldsHaveAFixedOrder() {
        JsonObject document = parsed(json(DeviceFilter.ALL, Answers.found(Batches.documentedExample())));
        JsonObject result = document.getJsonArray("results").getJsonObject(0);
        JsonObject device = result.getJsonArray("devices").getJsonObject(0);

        assertThat(document.getString("schema")).isEqualTo("devicebatch.status/1");
        assertThat(members(document)).isEqualTo("schema results summary");
        assertThat(members(result))
                .isEqualTo(
                        "customerId trackingId answer status outcome startedTime completedTime counts devices remarks trace");
        assertThat(members(device))
                .isEqualTo("deviceId serialNumber productKey status outcome errorCode errorName meaning remedy");
        assertThat(members(result.getJsonObject("trace")))
                .isEqualTo(
                        "attempts elapsedMillis httpStatus requestId correlationId serverRequestId serverCorrelationId"
                                + " correlationVector serverId earlierCauses");
    }

    @Test
    void separatesTheReportedStateFromTheOutcome() {
        JsonObject result = result(Answers.found(Batches.documentedExample()));

        assertThat(result.getString("answer")).isEqualTo("found");
        assertThat(result.getString("status")).isEqualTo("finished");
        assertThat(result.getString("outcome")).isEqualTo("allFailed");
        assertThat(result.getString("completedTime")).isEqualTo("2017-07-25T10:10:00Z");
        assertThat(result.getJsonObject("counts"))
                .hasToString("{\"total\":1,\"registered\":0,\"failed\":1,\"unsettled\":0,\"accepted\":0}");
    }

    @Test
    void masksProductKeysAndWritesMissingValuesAsNull() {
        JsonObject device = result(Answers.found(Batches.documentedExample()))
                .getJsonArray("devices")
                .getJsonObject(0);

        assertThat(device.getString("productKey")).isEqualTo("*****-*****-*****-*****-13579");
        assertThat(device.get("deviceId")).isEqualTo(JsonValue.NULL);
        assertThat(result(Answers.found(Batches.queued())).get("startedTime")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void hasTheReasonForAMissingDescription() {
        assertThat(result(Answers.notFound()).getString("detail"))
                .isEqualTo("1000: The batch tracking id was not found.");
        assertThat(result(Answers.refused(RefusalReason.FORBIDDEN)).getString("reason"))
                .isEqualTo("forbidden");
        assertThat(result(Answers.unreadable()).getString("detail")).isEqualTo("scripted by a test");
    }

    @Test
    void hasTheTimeOfTheNextRequest() {
        JsonObject throttled = result(Answers.throttled(Duration.ofMillis(56_100)));

        assertThat(throttled.getString("cause")).isEqualTo("throttled");
        assertThat(throttled.getString("retryAt")).isEqualTo("2026-01-05T09:00:57Z");
    }

    @Test
    void listsTheCausesOfEarlierFailures() {
        Trace trace = AttemptTraces.after(UnavailabilityCause.FAILING, UnavailabilityCause.TIMED_OUT);

        assertThat(result(Answers.found(Batches.queued()).withTrace(trace)).getJsonObject("trace"))
                .containsEntry(
                        "earlierCauses",
                        Json.createArrayBuilder(List.of("failing", "timedOut")).build());
        assertThat(result(Answers.notFound()).getJsonObject("trace"))
                .containsEntry("earlierCauses", JsonValue.EMPTY_JSON_ARRAY);
    }

    @Test
    void omitsOtherDevicesIfOnlyFailedOnesAreWanted() {
        String json = json(DeviceFilter.FAILED, Answers.found(Batches.finishedWithOneFailure()));

        assertThat(json).contains("SN-0003").doesNotContain("SN-0001");
    }

    @Test
    void countsEveryVerdict() {
        JsonObject summary = parsed(json(DeviceFilter.ALL, Answers.notFound(), Answers.found(Batches.finished())))
                .getJsonObject("summary");

        assertThat(Json.createObjectBuilder(summary).remove("totals").build())
                .hasToString(
                        "{\"batches\":2,\"allRegistered\":1,\"someFailed\":0,\"allFailed\":0,\"unconfirmed\":0,"
                                + "\"pending\":0,\"notFound\":1,\"refused\":0,\"unavailable\":0,\"unreadable\":0,\"notAsked\":0,\"exitCode\":5}");
    }

    @Test
    void reportsAcceptedDevicesApartFromFailedOnes() throws IOException {
        BatchStatusAnswer answer = Answers.found(
                Batches.documentedExample().accepting(AcceptedErrors.of("ZtdDeviceAssignedToOtherTenant")));
        JsonObject document = parsed(json(DeviceFilter.ALL, answer));
        JsonObject result = document.getJsonArray("results").getJsonObject(0);

        assertThat(OutputSchema.ofStatus().errors(document)).isEmpty();
        assertThat(result.getString("outcome")).isEqualTo("allRegistered");
        assertThat(result.getJsonObject("counts"))
                .hasToString("{\"total\":1,\"registered\":0,\"failed\":0,\"unsettled\":0,\"accepted\":1}");
        assertThat(result.getJsonArray("devices").getJsonObject(0).getString("outcome"))
                .isEqualTo("accepted");
        assertThat(parsed(json(DeviceFilter.FAILED, answer))
                        .getJsonArray("results")
                        .getJsonObject(0)
                        .getJsonArray("devices"))
                .isEmpty();
    }

    @Test
    void escapesInvisibleCharactersWithoutChangingTheData() {
        String json = json(DeviceFilter.ALL, HostileAnswer.answer());

        assertThat(json.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
        JsonObject result = parsed(json).getJsonArray("results").getJsonObject(0);
        assertThat(result.getString("status")).isEqualTo("done\r\n" + HostileAnswer.CLEARS_THE_SCREEN);
        JsonObject device = result.getJsonArray("devices").getJsonObject(0);
        assertThat(device.getString("deviceId")).isEqualTo("+" + HostileAnswer.CSI);
        assertThat(device.getString("serialNumber")).isEqualTo(HostileAnswer.FORMULA);
    }

    private static String members(JsonObject object) {
        return String.join(" ", object.keySet());
    }

    private static JsonObject result(BatchStatusAnswer answer) {
        return parsed(json(DeviceFilter.ALL, answer)).getJsonArray("results").getJsonObject(0);
    }

    private static JsonObject parsed(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }

    private static String json(DeviceFilter devices, BatchStatusAnswer... answers) {
        return ReportOutput.by(output -> new StatusJsonReport(output, devices, ManualTime.start()), answers);
    }
}
