package io.github.devicebatch.cli.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.output.StatusReport;
import io.github.devicebatch.cli.output.Summary;
import io.github.devicebatch.cli.terminal.ClockFormat;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.util.function.Function;

/** Output of a report for answers about {@link Batches#REFERENCE}. */
public final class ReportOutput {

    /** At 09:00 UTC, in a zone with 10:00 local time. */
    public static final UnavailableText WORDS =
            new UnavailableText(new ClockFormat(ManualTime.start(), ZoneId.of("Europe/Paris")));

    private ReportOutput() {}

    public static String by(Function<StandardOutput, StatusReport> kind, BatchStatusAnswer... answers) {
        return new String(bytesBy(kind, answers), UTF_8);
    }

    public static byte[] bytesBy(Function<StandardOutput, StatusReport> kind, BatchStatusAnswer... answers) {
        var bytes = new ByteArrayOutputStream();
        StatusReport report = kind.apply(new StandardOutput(bytes));
        Summary summary = new Summary();
        for (BatchStatusAnswer answer : answers) {
            report.add(Batches.REFERENCE, answer);
            summary.add(Batches.REFERENCE, answer, ExitCode.of(answer));
        }
        report.end(summary);
        return bytes.toByteArray();
    }
}
