package io.github.devicebatch.cli.output.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.cli.output.DeviceFilter;
import io.github.devicebatch.cli.output.Summary;
import io.github.devicebatch.cli.output.WaitResult;
import io.github.devicebatch.cli.support.OutputSchema;
import io.github.devicebatch.cli.support.ParsedJson;
import io.github.devicebatch.cli.support.ReportDocuments;
import io.github.devicebatch.cli.support.ReportOutput;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TotalsJsonTest {

    @Test
    void countsByErrorByWhatHelpsAndByCustomer() throws IOException {
        JsonObject document = ParsedJson.object(ReportOutput.by(
                out -> new StatusJsonReport(out, DeviceFilter.FAILED, ManualTime.start()),
                ReportDocuments.withDevices(18),
                Answers.found(Batches.documentedExample()),
                Answers.notFound()));

        assertThat(OutputSchema.ofStatus().errors(document)).isEmpty();
        assertThat(document.getJsonObject("summary").getJsonObject("totals")).hasToString("""
                {"devices":{"total":19,"registered":12,"failed":6,"unsettled":0,"accepted":1},\
                "byError":[\
                {"errorCode":"640","errorName":"StorageError","accepted":false,"devices":1},\
                {"errorCode":"801","errorName":"InvalidZtdRequestBody","accepted":false,"devices":1},\
                {"errorCode":"802","errorName":"InvalidZtdHardwareHash","accepted":false,"devices":1},\
                {"errorCode":"803","errorName":"MissingZtdSerialNumberAndProductKey","accepted":false,"devices":1},\
                {"errorCode":"807","errorName":"ZtdDeviceIsNotRegistered","accepted":false,"devices":1},\
                {"errorCode":"808","errorName":"ZtdDeviceAssignedToOtherTenant","accepted":false,"devices":1},\
                {"errorCode":"806","errorName":"ZtdDeviceAlreadyAssigned","accepted":true,"devices":1}],\
                "byUploadingAgain":{"helps":1,"helpsAfterNewCapture":1,"helpsAfterCorrection":1,"helpsAfterRemoval":1,\
                "doesNotHelp":2,"notKnown":0},\
                "byCustomer":[{"customerId":"47021739-3426-40bf-9601-61b4b6d7c793","batches":2,\
                "devices":{"total":19,"registered":12,"failed":6,"unsettled":0,"accepted":1}}]}""");
    }

    @Test
    void aWaitCountsCompletedBatches() {
        var bytes = new ByteArrayOutputStream();
        WaitJsonReport report = new WaitJsonReport(new StandardOutput(bytes), DeviceFilter.ALL, ManualTime.start());
        Summary summary = new Summary();
        WaitResult result = WaitResult.of(
                Batches.REFERENCE, new WatchEnding.Completed(Answers.found(Batches.documentedExample()), 1));
        report.end(result);
        summary.add(result);
        report.end(summary);

        assertThat(ParsedJson.object(bytes.toString(StandardCharsets.UTF_8))
                        .getJsonObject("summary")
                        .getJsonObject("totals")
                        .getJsonObject("devices")
                        .getInt("failed"))
                .isEqualTo(1);
    }
}
