package io.github.devicebatch.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.output.json.JsonLinesReport;
import io.github.devicebatch.cli.output.json.StatusJsonReport;
import io.github.devicebatch.cli.output.sheet.CsvReport;
import io.github.devicebatch.cli.output.sheet.XlsxReport;
import io.github.devicebatch.cli.output.table.TableReport;
import io.github.devicebatch.cli.support.ReportOutput;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.Devices;
import io.github.devicebatch.testkit.ManualTime;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every output format is linear in the number of devices and in the length of a value. The JVM counts allocations exactly. */
class OutputScalingTest {

    private static final int FACTOR = 16;
    private static final double TOLERANCE = 1.5;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    enum Format {
        TABLE(output -> new TableReport(output, TextStyle.PLAIN, ReportOutput.WORDS)),
        JSON(output -> new StatusJsonReport(output, DeviceFilter.ALL, ManualTime.start())),
        JSON_LINES(output -> new JsonLinesReport(output, DeviceFilter.ALL, ManualTime.start())),
        CSV(output -> new CsvReport(output, DeviceFilter.ALL, notes())),
        XLSX(output -> new XlsxReport(output, DeviceFilter.ALL, notes()));

        private final Function<StandardOutput, StatusReport> report;

        Format(Function<StandardOutput, StatusReport> report) {
            this.report = report;
        }

        private static Messages notes() {
            return new Messages(
                    new PrintStream(new ByteArrayOutputStream(), false, UTF_8),
                    TextStyle.PLAIN,
                    Messages.Verbosity.NORMAL);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isLinearInTheNumberOfDevices(Format format) {
        assertLinear(format, withDevices(500), withDevices(500 * FACTOR));
    }

    @ParameterizedTest
    @EnumSource
    void isLinearInTheLengthOfAValue(Format format) {
        assertLinear(format, withSerialNumber("x", 20_000), withSerialNumber("x", 20_000 * FACTOR));
        assertLinear(format, withSerialNumber("\u202e", 20_000), withSerialNumber("\u202e", 20_000 * FACTOR));
    }

    /** A text that was put together in memory is longer than any answer. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "XLSX")
    void isWrittenInPieces(Format format) {
        var longest = new LongestWrite();
        StatusReport report = format.report.apply(new StandardOutput(longest));

        report.add(Batches.REFERENCE, withDevices(8_000));

        assertThat(longest.length).isBetween(1, format == Format.TABLE ? 1_000 : 70_000);
    }

    /** Stream that keeps the length of the longest write. */
    private static final class LongestWrite extends OutputStream {

        private int length;

        @Override
        public void write(int octet) {
            length = Math.max(length, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) {
            length = Math.max(length, count);
        }
    }

    /** Costs of a document that do not depend on its content count in both, so the ratio is at most the factor. */
    private void assertLinear(Format format, BatchStatusAnswer small, BatchStatusAnswer large) {
        allocatedBy(format, small);
        double ratio = (double) allocatedBy(format, large) / allocatedBy(format, small);
        assertThat(ratio).as("%s, bytes allocated", format).isLessThan(TOLERANCE * FACTOR);
    }

    private long allocatedBy(Format format, BatchStatusAnswer answer) {
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
        assertThat(ReportOutput.by(format.report, answer)).isNotEmpty();
        return threads.getThreadAllocatedBytes(Thread.currentThread().threadId()) - before;
    }

    private static BatchStatusAnswer withDevices(int count) {
        return answer(IntStream.range(0, count)
                .mapToObj(number -> finishedWithCode("PF0%06d".formatted(number)))
                .toArray(DeviceStatus[]::new));
    }

    /** Computing the outcome of such a device allocates memory, so computing it too often is noticed. */
    private static DeviceStatus finishedWithCode(String serialNumber) {
        return new DeviceStatus(
                Optional.empty(),
                Optional.of(serialNumber),
                Optional.empty(),
                DeviceState.Listed.FINISHED,
                Optional.of(new DeviceError(Optional.of("808"), Optional.empty())));
    }

    private static BatchStatusAnswer withSerialNumber(String character, int length) {
        return answer(Devices.failed(character.repeat(length), "808", "ZtdDeviceAssignedToOtherTenant"));
    }

    private static BatchStatusAnswer answer(DeviceStatus... devices) {
        return Answers.found(Batches.finished(Batches.TRACKING, devices));
    }
}
