package io.github.devicebatch.cli.report;

import static io.github.devicebatch.cli.report.HtmlText.escape;

import io.github.devicebatch.cli.output.CollectedReport;
import io.github.devicebatch.cli.output.ReportContent;
import io.github.devicebatch.cli.output.ReportContent.Batch;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceStatus;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * JUnit XML, as CI systems read it: each batch is a test suite, each device a test case. A failed device is a failure, a pending one
 * is skipped. A batch without a status, or without devices, has one test case, which is an error.
 */
public final class JunitReport implements CollectedReport.Document {

    @Override
    public void write(ReportContent content, PrintWriter out) {
        List<Suite> suites = content.batches().stream()
                .map(batch -> Suite.of(batch, content))
                .toList();
        out.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        for (int id = 0; id < suites.size(); id++) {
            suite(suites.get(id), id, out);
        }
        out.print("</testsuites>\n");
    }

    private static void suite(Suite suite, int id, PrintWriter out) {
        Batch batch = suite.batch();
        out.print("<testsuite id=\"" + id + "\" package=\"" + batch.reference().customer() + "\" name=\""
                + batch.reference().tracking() + "\" timestamp=\"" + suite.timestamp()
                + "\" hostname=\"localhost\" tests=\"" + suite.cases().size() + "\" failures=\""
                + suite.count(DeviceRow.Result.FAILED) + "\" errors=\"" + suite.errors() + "\" skipped=\""
                + suite.count(DeviceRow.Result.PENDING) + "\" time=\"" + suite.seconds() + "\">\n<properties>\n");
        property("result", batch.verdict().text(), out);
        BatchFacts.facts(batch).forEach((name, value) -> property(name, value, out));
        out.print("</properties>\n");
        for (int position = 0; position < suite.cases().size(); position++) {
            device(batch, suite.cases().get(position), position + 1, out);
        }
        out.print("<system-out></system-out>\n<system-err></system-err>\n</testsuite>\n");
    }

    private static void property(String name, String value, PrintWriter out) {
        out.print("<property name=\"" + escape(name) + "\" value=\"" + escape(value) + "\"/>\n");
    }

    private static void device(Batch batch, Case device, int position, PrintWriter out) {
        String start = "<testcase classname=\"" + batch.reference().customer() + "."
                + batch.reference().tracking() + "\" name=\"";
        switch (device) {
            case NoDevice missing ->
                out.print(start + "status\" time=\"0\"><error type=\""
                        + escape(batch.verdict().text())
                        + "\" message=\"" + escape(missing.why()) + "\">" + escape(missing.why())
                        + "</error></testcase>\n");
            case Device row ->
                out.print(start + escape(row.row().title(position)) + "\" time=\"0\"" + result(row.row()));
        }
    }

    private static String result(DeviceRow row) {
        return switch (row.result()) {
            case REGISTERED, ACCEPTED -> "/>\n";
            case PENDING -> "><skipped message=\"" + escape("pending: " + row.state()) + "\"/></testcase>\n";
            case FAILED ->
                "><failure type=\"" + escape(type(row)) + "\" message=\"" + escape(row.meaning()) + "\">"
                        + escape(type(row) + ": " + row.meaning()) + "\nWhat to do: " + escape(row.remedy())
                        + "\nUpload again? " + escape(row.uploadAgain()) + "</failure></testcase>\n";
        };
    }

    private static String type(DeviceRow row) {
        String type = (row.code() + " " + row.name()).strip();
        return type.isEmpty() ? "no error named" : type;
    }

    private sealed interface Case {}

    private record Device(DeviceRow row) implements Case {}

    private record NoDevice(String why) implements Case {}

    private record Suite(Batch batch, List<Case> cases, Instant written) {

        static Suite of(Batch batch, ReportContent content) {
            List<Case> cases = batch.status().stream()
                    .flatMap(status -> devices(status, content.listed(batch)))
                    .toList();
            boolean isEmpty =
                    batch.status().map(status -> status.devices().isEmpty()).orElse(true);
            return new Suite(
                    batch, isEmpty ? List.of(new NoDevice(BatchFacts.description(batch))) : cases, content.written());
        }

        private static Stream<Case> devices(BatchStatus status, List<DeviceStatus> devices) {
            return devices.stream().map(device -> new Device(DeviceRow.of(status, device)));
        }

        long count(DeviceRow.Result result) {
            return cases.stream()
                    .filter(one -> one instanceof Device device && device.row().result() == result)
                    .count();
        }

        long errors() {
            return cases.stream().filter(NoDevice.class::isInstance).count();
        }

        /** Ant's schema knows no zone. */
        String timestamp() {
            Instant started = batch.status().flatMap(BatchStatus::startedTime).orElse(written);
            return LocalDateTime.ofInstant(started.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC)
                    .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        }

        String seconds() {
            return Long.toString(batch.status()
                    .flatMap(BatchStatus::duration)
                    .orElse(Duration.ZERO)
                    .toSeconds());
        }
    }
}
