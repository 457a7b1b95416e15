package io.github.devicebatch.cli.output.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.output.DeviceFilter;
import io.github.devicebatch.cli.support.HostileAnswer;
import io.github.devicebatch.cli.support.ReportOutput;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.Devices;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReportTest {

    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();

    @Test
    void hasAHeaderAndARowForEachDevice() {
        assertThat(csv(DeviceFilter.ALL, Answers.found(Batches.documentedExample())))
                .isEqualTo(
                        "customerId,trackingId,batchStatus,batchOutcome,deviceId,serialNumber,productKey,status,outcome,"
                                + "errorCode,errorName,remedy\r\n"
                                + "47021739-3426-40bf-9601-61b4b6d7c793,0127ed8e-ff72-4983-a3d8-e8d8bd378932,finished,allFailed,,"
                                + "1234567890,*****-*****-*****-*****-13579,finished_with_errors,failed,808,"
                                + "ZtdDeviceAssignedToOtherTenant,\"Have the previous owner or reseller deregister it; failing that,"
                                + " ask vendor support with proof of ownership.\"\r\n");
    }

    @Test
    void omitsOtherDevicesIfOnlyFailedOnesAreWanted() {
        assertThat(rows(csv(DeviceFilter.ALL, Answers.found(Batches.finishedWithOneFailure()))))
                .hasSize(3);
        assertThat(rows(csv(DeviceFilter.FAILED, Answers.found(Batches.finishedWithOneFailure()))))
                .hasSize(1);
    }

    @Test
    void aNoteNamesABatchWithoutRows() {
        assertThat(rows(csv(DeviceFilter.ALL, Answers.found(Batches.queued())))).isEmpty();
        assertThat(notes.toString(UTF_8)).isEqualTo("note: " + Batches.REFERENCE + " has no rows: pending\n");
    }

    @Test
    void hasNoRowForAnAnswerWithoutADescription() {
        assertThat(rows(csv(DeviceFilter.ALL, Answers.notFound()))).isEmpty();
    }

    @Test
    void escapesFormulasAndInvisibleCharacters() {
        String csv = csv(DeviceFilter.ALL, HostileAnswer.answer());
        NamedCsvRecord row = rows(csv).getFirst();

        assertThat(row.getField("serialNumber")).isEqualTo("'" + HostileAnswer.FORMULA);
        assertThat(row.getField("deviceId")).isEqualTo("'+\\u{9b}2J");
        assertThat(row.getField("errorCode")).isEqualTo("'@8\\u{9}08");
        assertThat(row.getField("errorName")).startsWith("'\\u{9}Name");
        assertThat(row.getField("productKey")).startsWith("'-");
        assertThat(csv.replace("\r\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1",
                "+1",
                "-1",
                "@A1",
                "\t1",
                "\r1",
                "＝1",
                "＋1",
                "－1",
                "＠1",
                "\ufe621",
                "\ufe631",
                "\ufe661",
                "\ufe6b1",
                "\u207a1",
                "\u207c1",
                "\u208b1",
                " =1",
                "\u3000＝1",
                "\u200b=1",
                "\ufe0f=1",
                "\n=1",
                "\u3164\u00a0+1"
            })
    void aSerialNumberThatBeginsAsAFormulaIsText(String serialNumber) {
        String field = rows(csv(DeviceFilter.ALL, withSerialNumber(serialNumber)))
                .getFirst()
                .getField("serialNumber");

        assertThat(field).startsWith("'").isEqualTo("'" + new Excerpt(serialNumber));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "A=1", "1+1", "PF-0001", "ⅠA", " 1", "#REF", "漢字", "'=1"})
    void anotherSerialNumberIsAsItIs(String serialNumber) {
        assertThat(rows(csv(DeviceFilter.ALL, withSerialNumber(serialNumber)))
                        .getFirst()
                        .getField("serialNumber"))
                .isEqualTo(serialNumber);
    }

    private static BatchStatusAnswer withSerialNumber(String serialNumber) {
        return Answers.found(Batches.finished(Batches.TRACKING, Devices.registered(serialNumber)));
    }

    private String csv(DeviceFilter devices, BatchStatusAnswer... answers) {
        var messages = new Messages(new PrintStream(notes, false, UTF_8), TextStyle.PLAIN, Messages.Verbosity.NORMAL);
        return ReportOutput.by(output -> new CsvReport(output, devices, messages), answers);
    }

    private static List<NamedCsvRecord> rows(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }
}
