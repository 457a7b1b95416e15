package io.github.devicebatch.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.support.Shown;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which rows there are, and what is said where there are none. */
class CsvReportRowsTest {

    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();

    @Test
    void leavesOutDevicesThatDidNotFailWhenToldTo() {
        assertThat(rows(csv(DeviceFilter.ALL, Answers.found(Batches.finishedWithOneFailure()))))
                .hasSize(3);
        assertThat(rows(csv(DeviceFilter.FAILED, Answers.found(Batches.finishedWithOneFailure()))))
                .hasSize(1);
    }

    @Test
    void saysBesideTheRowsThatABatchHasNone() {
        assertThat(rows(csv(DeviceFilter.ALL, Answers.found(Batches.queued())))).isEmpty();
        assertThat(notes.toString(UTF_8)).isEqualTo("note: " + Batches.REFERENCE + " has no row: pending\n");
    }

    @Test
    void leavesWhatIsNoAnswerAboutABatchToStandardError() {
        assertThat(rows(csv(DeviceFilter.ALL, Answers.notFound()))).isEmpty();
    }

    private String csv(DeviceFilter devices, BatchStatusAnswer... answers) {
        var messages = new Messages(new PrintStream(notes, false, UTF_8), TextStyle.PLAIN, Messages.Verbosity.PROBLEMS);
        return Shown.by(output -> new CsvReport(output, devices, messages), answers);
    }

    private static List<NamedCsvRecord> rows(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }
}
