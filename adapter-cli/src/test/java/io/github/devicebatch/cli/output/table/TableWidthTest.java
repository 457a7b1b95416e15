package io.github.devicebatch.cli.output.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.output.Summary;
import io.github.devicebatch.cli.support.ReportOutput;
import io.github.devicebatch.cli.terminal.DisplayWidth;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.Devices;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table at several widths of the terminal, for few and many batches of every kind. */
class TableWidthTest {

    private static final int ANY = Integer.MAX_VALUE;

    static Stream<Arguments> pictures() {
        return IntStream.of(60, 80, 120, 200)
                .boxed()
                .flatMap(width -> IntStream.of(1, 5, 50, 2_000)
                        .boxed()
                        .flatMap(batches ->
                                Arrays.stream(TextStyle.values()).map(style -> Arguments.of(width, batches, style))));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void fitsAndBreaksNoWord(int width, int batches, TextStyle style) {
        List<String> lines = plain(table(width, batches, style));

        assertThat(lines.stream().filter(line -> DisplayWidth.of(line) > width)).isEmpty();
        Set<String> words = new HashSet<>();
        plain(table(ANY, batches, style)).forEach(line -> words.addAll(List.of(line.split("[ /,]+"))));
        words.addAll(List.of("customer", "devices"));
        assertThat(lines.stream()
                        .flatMap(line -> Stream.of(line.split("[ /,]+")))
                        .filter(word -> !words.contains(word))
                        .distinct())
                .isEmpty();
        assertThat(lines.getLast()).matches("next: devicebatch explain 80[68]");
        assertThat(lines.subList(lines.size() - 3, lines.size()))
                .anyMatch(line -> line.startsWith(batches == 1 ? "1 batch: " : batches + " batches: "));
    }

    @Test
    void wideAndCombiningCharactersKeepTheColumnsStraight() {
        BatchStatusAnswer answer = Answers.found(Batches.finished(
                Batches.TRACKING,
                Devices.failed("SN-1", "808", "ZtdDeviceAssignedToOtherTenant"),
                Devices.failed("漢字カナ", "808", "ZtdDeviceAssignedToOtherTenant"),
                Devices.failed("Ünïcöde", "808", "ZtdDeviceAssignedToOtherTenant"),
                Devices.failed("U\u0308ni", "808", "ZtdDeviceAssignedToOtherTenant"),
                Devices.failed("😀", "808", "ZtdDeviceAssignedToOtherTenant")));

        List<String> rows = plain(written(ANY, TextStyle.PLAIN, List.of(answer))).stream()
                .filter(line -> line.contains("ZtdDevice"))
                .toList();

        assertThat(rows)
                .hasSize(5)
                .extracting(row -> DisplayWidth.of(row.substring(0, row.indexOf("808"))))
                .containsOnly(41);
    }

    @Test
    void aNarrowTableLeavesOutWhatSaysLeast() {
        BatchStatusAnswer answer = Answers.found(Batches.finishedWithOneFailure());

        assertThat(headings(written(120, TextStyle.PLAIN, List.of(answer))))
                .isEqualTo("  SERIAL NUMBER  PRODUCT KEY             CODE  NAME                            WHAT TO DO");
        assertThat(headings(written(100, TextStyle.PLAIN, List.of(answer))))
                .isEqualTo("  SERIAL NUMBER  CODE  NAME                            WHAT TO DO");
        assertThat(headings(written(60, TextStyle.PLAIN, List.of(answer))))
                .isEqualTo("  SERIAL NUMBER  CODE  WHAT TO DO");
        assertThat(written(40, TextStyle.PLAIN, List.of(answer)))
                .contains(
                        "  SN-0003        808   have the other\n                       tenant deregister\n                       it\n");
    }

    private static String headings(String table) {
        return table.lines()
                .filter(line -> line.contains("SERIAL NUMBER"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> plain(String table) {
        return table.replaceAll("\u001b\\[[0-9;]*m", "").lines().toList();
    }

    private static String table(int width, int batches, TextStyle style) {
        return written(
                width,
                style,
                IntStream.range(0, batches).mapToObj(TableWidthTest::answer).toList());
    }

    /** Every kind of answer in turn; the first has failed devices. */
    private static BatchStatusAnswer answer(int number) {
        DeviceStatus already = Devices.failed("SN-" + number, "806", "ZtdDeviceAlreadyAssigned");
        return switch (number % 5) {
            case 0 ->
                Answers.found(Batches.finished(
                        Batches.TRACKING,
                        Devices.failed("漢字-" + number, "808", "ZtdDeviceAssignedToOtherTenant"),
                        Devices.registered("SN-R"),
                        already));
            case 1 -> Answers.found(Batches.finished());
            case 2 -> Answers.found(Batches.processing());
            case 3 -> Answers.notFound();
            default -> Answers.throttled(Duration.ofSeconds(57));
        };
    }

    private static String written(int width, TextStyle style, List<BatchStatusAnswer> answers) {
        var bytes = new ByteArrayOutputStream();
        var report = new TableReport(
                new StandardOutput(bytes), style, ReportOutput.WORDS, new TableReport.Layout(width, "devicebatch"));
        Summary summary = new Summary();
        for (int number = 0; number < answers.size(); number++) {
            BatchReference batch = Batches.numbered(number);
            report.add(batch, answers.get(number));
            summary.add(batch, answers.get(number), ExitCode.of(answers.get(number)));
        }
        report.end(summary);
        return bytes.toString(UTF_8);
    }
}
