package io.github.devicebatch.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.support.Shown;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class CsvReportTest {

    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();

    @Test
    void hasAHeaderAndARowADevice() {
        assertThat(csv(DeviceFilter.ALL, Answers.found(Batches.documentedExample())))
                .isEqualTo(
                        "customerId,trackingId,batchStatus,batchOutcome,deviceId,serialNumber,productKey,status,outcome,"
                                + "errorCode,errorName,remedy\r\n"
                                + "47021739-3426-40bf-9601-61b4b6d7c793,0127ed8e-ff72-4983-a3d8-e8d8bd378932,finished,allFailed,,"
                                + "1234567890,*****-*****-*****-*****-13579,finished_with_errors,failed,808,"
                                + "ZtdDeviceAssignedToOtherTenant,\"Have the previous owner or reseller deregister it; failing that,"
                                + " ask vendor support with proof of ownership.\"\r\n");
    }

    private String csv(DeviceFilter devices, BatchStatusAnswer... answers) {
        var messages = new Messages(new PrintStream(notes, false, UTF_8), TextStyle.PLAIN, Messages.Verbosity.PROBLEMS);
        return Shown.by(output -> new CsvReport(output, devices, messages), answers);
    }
}
