package io.github.devicebatch.cli.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.output.CollectedReport;
import io.github.devicebatch.cli.output.DeviceFilter;
import io.github.devicebatch.cli.output.Summary;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.domain.AcceptedErrors;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.KnownDeviceError;
import io.github.devicebatch.domain.ProductKey;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.Devices;
import io.github.devicebatch.testkit.ManualTime;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Documents of answers with devices of every kind. */
public final class ReportDocuments {

    private static final List<DeviceError> ERRORS = errors();

    private ReportDocuments() {}

    /** Returns the document of these answers. */
    public static String of(CollectedReport.Document document, BatchStatusAnswer... answers) {
        return ReportOutput.by(
                out -> new CollectedReport(out, DeviceFilter.ALL, ManualTime.start(), document), answers);
    }

    /** Returns the document of the same answer about each of these batches. */
    public static String of(
            CollectedReport.Document document, Stream<BatchReference> batches, BatchStatusAnswer answer) {
        var bytes = new ByteArrayOutputStream();
        var report = new CollectedReport(new StandardOutput(bytes), DeviceFilter.ALL, ManualTime.start(), document);
        Summary summary = new Summary();
        batches.forEach(batch -> {
            report.add(batch, answer);
            summary.add(batch, answer, ExitCode.of(answer));
        });
        report.end(summary);
        return bytes.toString(UTF_8);
    }

    private static List<DeviceError> errors() {
        List<DeviceError> errors = new ArrayList<>();
        for (KnownDeviceError known : KnownDeviceError.values()) {
            errors.add(new DeviceError(known.code(), Optional.of(known.vendorName())));
        }
        errors.add(DeviceError.of("999", "ZtdSomethingNew"));
        return errors;
    }

    /** Returns an answer with devices of which one of three failed, with each error in turn; 806 is accepted. */
    public static BatchStatusAnswer withDevices(int count) {
        return Answers.found(new BatchStatus(
                        Batches.TRACKING,
                        BatchState.of("finished"),
                        Optional.of(Instant.parse("2026-01-05T08:00:00Z")),
                        Optional.of(Instant.parse("2026-01-05T08:10:00Z")),
                        IntStream.range(0, count)
                                .mapToObj(ReportDocuments::device)
                                .toList(),
                        List.of())
                .accepting(AcceptedErrors.of("806")));
    }

    /** Returns an answer with devices that failed with an undocumented error each. */
    public static BatchStatusAnswer withDifferentErrors(int count) {
        return Answers.found(Batches.finished(
                Batches.TRACKING,
                IntStream.range(0, count)
                        .mapToObj(number -> Devices.failed("SN-" + number, "E-" + number, "ZtdError" + number))
                        .toArray(DeviceStatus[]::new)));
    }

    private static DeviceStatus device(int number) {
        boolean failed = number % 3 == 0;
        return new DeviceStatus(
                failed ? Optional.empty() : Optional.of("device-" + number),
                Optional.of("CZC%07d".formatted(1_000_000 + number * 7)),
                Optional.of(ProductKey.of("00329-00000-0003-%05d".formatted(number % 100_000))),
                failed ? DeviceState.Listed.FINISHED_WITH_ERRORS : DeviceState.Listed.FINISHED,
                failed ? Optional.of(ERRORS.get(number / 3 % ERRORS.size())) : Optional.empty());
    }

    /** Returns an answer in which each text of the service is {@code text}. */
    public static BatchStatusAnswer injected(String text) {
        return Answers.found(new BatchStatus(
                        Batches.TRACKING,
                        BatchState.of("finished_with_errors"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(
                                new DeviceStatus(
                                        Optional.of(text),
                                        Optional.of(text),
                                        Optional.of(ProductKey.of(text)),
                                        DeviceState.Listed.FINISHED_WITH_ERRORS,
                                        Optional.of(DeviceError.of(text, text))),
                                new DeviceStatus(
                                        Optional.empty(),
                                        Optional.of(text),
                                        Optional.empty(),
                                        DeviceState.of(text),
                                        Optional.empty())),
                        List.of(text)))
                .withTrace(new Trace(
                        1,
                        Duration.ZERO,
                        OptionalInt.of(200),
                        Optional.empty(),
                        Optional.empty(),
                        new ServerIds(Optional.of(text), Optional.of(text), Optional.of(text), Optional.of(text)),
                        List.of()));
    }

    /** Returns an answer without a status that quotes {@code text}. */
    public static BatchStatusAnswer refusing(String text) {
        return new BatchStatusAnswer.NotFound(new Fault(Optional.of(text), Optional.of(text)), Answers.TRACE);
    }
}
