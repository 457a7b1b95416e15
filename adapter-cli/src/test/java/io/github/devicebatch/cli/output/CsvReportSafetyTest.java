package io.github.devicebatch.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.support.Hostile;
import io.github.devicebatch.cli.support.Shown;
import io.github.devicebatch.cli.terminal.TextStyle;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a service may put into a spreadsheet. */
class CsvReportSafetyTest {

    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();

    @Test
    void defusesFormulasAndMakesEverythingInvisibleVisible() {
        String csv = csv(DeviceFilter.ALL, Hostile.answer());
        NamedCsvRecord row = rows(csv).getFirst();

        assertThat(row.getField("serialNumber")).isEqualTo("'" + Hostile.FORMULA);
        assertThat(row.getField("deviceId")).isEqualTo("'+\\u{9b}2J");
        assertThat(row.getField("errorCode")).isEqualTo("'@8\\u{9}08");
        assertThat(row.getField("errorName")).startsWith("'\\u{9}Name");
        assertThat(row.getField("productKey")).startsWith("'-");
        assertThat(csv.replace("\r\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    }

    private String csv(DeviceFilter devices, BatchStatusAnswer... answers) {
        var messages = new Messages(new PrintStream(notes, false, UTF_8), TextStyle.PLAIN, Messages.Verbosity.PROBLEMS);
        return Shown.by(output -> new CsvReport(output, devices, messages), answers);
    }

    private static List<NamedCsvRecord> rows(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }
}
