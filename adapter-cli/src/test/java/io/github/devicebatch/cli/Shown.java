package io.github.devicebatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.testkit.Batches;
import java.io.ByteArrayOutputStream;
import java.util.function.Function;

/** What a report shows of answers about {@link Batches#REFERENCE}. */
final class Shown {

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
