package io.github.devicebatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.util.function.Function;

/** What a report shows of answers about {@link Batches#REFERENCE}. */
final class Shown {

    /** At 09:00 UTC in a place that has 10:00 then. */
    static final UnavailableInWords WORDS =
            new UnavailableInWords(new WallClock(ManualTime.start(), ZoneId.of("Europe/Paris")));

    private Shown() {}

    static String by(Function<Output, Report> kind, BatchStatusAnswer... answers) {
        var bytes = new ByteArrayOutputStream();
        Report report = kind.apply(new Output(bytes));
        Summary summary = new Summary();
        for (BatchStatusAnswer answer : answers) {
            report.add(Batches.REFERENCE, answer);
            summary.add(answer, ExitCode.of(answer));
        }
        report.end(summary);
        return bytes.toString(UTF_8);
    }
}
