package io.github.devicebatch.cli.output.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.cli.support.HostileAnswer;
import io.github.devicebatch.cli.support.ReportDocuments;
import io.github.devicebatch.cli.support.ReportOutput;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.Devices;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableReportTest {

    @Test
    void listsOnlyFailedDevices() {
        assertThat(table(Answers.found(Batches.finishedWithOneFailure())))
                .contains("some failed     " + Batches.REFERENCE + "\n")
                .contains("  3 devices: 2 registered, 1 failed; took 10m; reported state \"finished\"\n")
                .contains("  SN-0003        *****-*****-****-")
                .doesNotContain("SN-0001");
    }

    @Test
    void hasNoTableIfNoDeviceFailed() {
        assertThat(table(Answers.found(Batches.finished()))).isEqualTo("""
                all registered  %s  3 devices, took 10m
                """.formatted(Batches.REFERENCE));
    }

    @Test
    void hasTheStartOfAPendingBatch() {
        assertThat(table(Answers.found(Batches.queued())))
                .isEqualTo("pending         " + Batches.REFERENCE + "  queued\n");
        assertThat(table(Answers.found(Batches.processing())))
                .endsWith("  processing, 1 of 3 processed, started 2017-07-25T10:00:00Z\n");
    }

    @Test
    void notesWhySuccessIsUnconfirmed() {
        assertThat(table(Answers.found(Batches.finished(Batches.TRACKING, new DeviceStatus[0]))))
                .startsWith("unconfirmed ")
                .contains("  note: the batch is final, but no device was reported\n");
        assertThat(table(Answers.found(Batches.finished(Batches.TRACKING, Devices.queued("SN-1")))))
                .contains("  note: the batch is final, but some devices are still pending\n");
        assertThat(table(Answers.found(new BatchStatus(
                        Batches.TRACKING,
                        BatchState.Listed.FINISHED_WITH_ERRORS,
                        Optional.empty(),
                        Optional.<Instant>empty(),
                        List.of(Devices.registered("SN-1")),
                        List.of("startedTime could not be understood")))))
                .contains("  note: the batch reports errors, but no device has one\n")
                .contains("  note: startedTime could not be understood\n");
    }

    @Test
    void anUndocumentedErrorIsForVendorSupport() {
        assertThat(table(Answers.found(Batches.finished(Batches.TRACKING, Devices.failed("SN-1", "999", "ZtdNew")))))
                .contains("999   ZtdNew  ask vendor support\n");
    }

    @Test
    void hasASummaryOfSeveralBatches() {
        assertThat(table(Answers.notFound())).isEqualTo("not found       " + Batches.REFERENCE + "\n");
        assertThat(table(Answers.notFound(), Answers.throttled(Duration.ofSeconds(57)), Answers.notFound()))
                .contains("unavailable     " + Batches.REFERENCE + "\n  throttled by Partner Center until 10:00:57\n")
                .endsWith("\n\n3 batches: 2 not found, 1 unavailable\n");
    }

    @ParameterizedTest
    @CsvSource({"66, false", "69, true"})
    void hasTheTotalsOfASingleBatchWithMoreThanTwentyFailedDevices(int devices, boolean hasTotals) {
        String table = table(ReportDocuments.withDevices(devices));

        assertThat(table.contains("  FAILED  CODE  NAME ")).isEqualTo(hasTotals);
        assertThat(table.contains("  FAILED  UPLOADING AGAIN HELPS\n")).isEqualTo(hasTotals);
        assertThat(table).endsWith("\n\n1 batch: some devices failed\nnext: devicebatch explain 640\n");
    }

    @Test
    void hasTheTotalsOfSeveralBatches() {
        assertThat(table(
                        ReportDocuments.withDevices(18),
                        Answers.found(Batches.documentedExample()),
                        Answers.found(Batches.finished())))
                .endsWith("""

                          FAILED  CODE  NAME                                 WHAT TO DO
                          1       640   StorageError                         upload again later
                          1       801   InvalidZtdRequestBody                correct the upload request
                          1       802   InvalidZtdHardwareHash               capture the hash again
                          1       803   MissingZtdSerialNumberAndProductKey  supply the product key
                          1       807   ZtdDeviceIsNotRegistered             import the device first
                          1       808   ZtdDeviceAssignedToOtherTenant       have the other tenant deregister it

                          FAILED  UPLOADING AGAIN HELPS
                          1       yes, as it is
                          1       yes, after a new capture of the hardware hash
                          1       yes, after a correction
                          1       only after the removal
                          2       no

                        22 devices: 15 registered, 1 accepted, 6 failed
                        3 batches: 1 all registered, 1 some failed, 1 all failed
                        next: devicebatch explain 640
                        """);
    }

    @Test
    void escapesInvisibleCharacters() {
        String table = table(HostileAnswer.answer());

        assertThat(table).contains("Name\\u{1b}[2J", "\"done\\u{d}\\u{a}\\u{1b}[2J\"", "remark \\u{202e}");
        assertThat(table.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    }

    private static String table(BatchStatusAnswer... answers) {
        return ReportOutput.by(output -> new TableReport(output, TextStyle.PLAIN, ReportOutput.WORDS), answers);
    }
}
