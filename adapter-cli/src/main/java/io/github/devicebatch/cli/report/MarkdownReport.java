package io.github.devicebatch.cli.report;

import static io.github.devicebatch.cli.report.MarkdownText.code;
import static io.github.devicebatch.cli.report.MarkdownText.escape;

import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.output.BatchText;
import io.github.devicebatch.cli.output.CollectedReport;
import io.github.devicebatch.cli.output.ReportContent;
import io.github.devicebatch.cli.output.ReportContent.Batch;
import io.github.devicebatch.cli.terminal.ProgramVersion;
import io.github.devicebatch.domain.BatchTotals;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.KnownDeviceError;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * GitHub Flavored Markdown for a job summary or an issue: verdict, totals, batches, and the devices that are not registered. It lists
 * at most {@value #MAX_DEVICES} devices, because a job summary has at most 1 MiB.
 */
public final class MarkdownReport implements CollectedReport.Document {

    /** Maximum number of devices in the list. */
    static final int MAX_DEVICES = 1_000;

    @Override
    public void write(ReportContent content, PrintWriter out) {
        out.print("## Device batches: " + escape(BatchFacts.headline(content)) + "\n\n");
        BatchTotals totals = content.totals();
        if (totals.devices().total() > 0) {
            out.print(escape(BatchText.counts(totals.devices())) + "\n\n");
        }
        errors(totals, out);
        reuploads(totals, out);
        customers(totals, out);
        batches(content.batches(), out);
        devices(content, out);
        out.print("<sub>"
                + escape(content.written().truncatedTo(ChronoUnit.SECONDS) + ", devicebatch " + ProgramVersion.number())
                + "</sub>\n");
    }

    private static void errors(BatchTotals totals, PrintWriter out) {
        List<BatchTotals.ErrorTotal> errors = BatchFacts.errors(totals);
        if (errors.isEmpty()) {
            return;
        }
        table(out, "Code", "Error", "Devices", "What it means", "What to do");
        for (BatchTotals.ErrorTotal total : errors) {
            Optional<KnownDeviceError> known = total.error().flatMap(DeviceError::known);
            row(
                    out,
                    code(total.error().flatMap(DeviceError::code).orElse("")),
                    code(total.error().flatMap(DeviceError::name).orElse("")),
                    Integer.toString(total.devices()),
                    escape(DeviceRow.meaning(known)),
                    escape(DeviceRow.remedy(known)));
        }
        out.print("\n");
    }

    private static void reuploads(BatchTotals totals, PrintWriter out) {
        if (!totals.reuploads().isEmpty()) {
            table(out, "Does uploading again help?", "Failed devices");
            totals.reuploads()
                    .forEach((advice, devices) -> row(out, escape(advice.description()), Integer.toString(devices)));
            out.print("\n");
        }
    }

    private static void customers(BatchTotals totals, PrintWriter out) {
        if (totals.customers().size() > 1) {
            table(out, "Customer", "Batches", "Devices");
            totals.customers()
                    .forEach(total -> row(
                            out,
                            code(total.customer().toString()),
                            Integer.toString(total.batches()),
                            escape(BatchText.counts(total.devices()))));
            out.print("\n");
        }
    }

    private static void batches(List<Batch> batches, PrintWriter out) {
        if (batches.isEmpty()) {
            return;
        }
        table(out, "Batch", "Result", "Devices", "Details and support ids");
        for (Batch batch : batches) {
            row(
                    out,
                    code(batch.reference().toString()),
                    "**" + escape(batch.verdict().text()) + "**",
                    escape(BatchFacts.description(batch)),
                    BatchFacts.facts(batch).entrySet().stream()
                            .map(fact -> escape(fact.getKey()) + " " + code(fact.getValue()))
                            .collect(Collectors.joining("<br>")));
        }
        out.print("\n");
    }

    private static void devices(ReportContent content, PrintWriter out) {
        List<Listed> devices = content.batches().stream()
                .flatMap(batch -> batch.status().stream()
                        .flatMap(status -> content.listed(batch).stream()
                                .map(device -> DeviceRow.of(status, device))
                                .map(row -> new Listed(batch, row))))
                .filter(listed -> listed.row().result() != DeviceRow.Result.REGISTERED)
                .toList();
        if (devices.isEmpty()) {
            return;
        }
        out.print("<details><summary>" + Phrases.count(devices.size(), "device", "devices")
                + " not registered</summary>\n\n");
        table(out, "Serial number", "Product key", "Result", "Code", "Error", "What to do", "Tracking id");
        devices.stream().limit(MAX_DEVICES).forEach(listed -> device(listed, out));
        out.print("\n"
                + (devices.size() > MAX_DEVICES ? "and " + (devices.size() - MAX_DEVICES) + " more\n\n" : "")
                + "</details>\n\n");
    }

    private static void device(Listed listed, PrintWriter out) {
        DeviceRow row = listed.row();
        row(
                out,
                code(row.serialNumber()),
                code(row.productKey()),
                row.result().text(),
                code(row.code()),
                code(row.name()),
                escape(row.remedy()),
                code(listed.batch().reference().tracking().toString()));
    }

    private static void table(PrintWriter out, String... headings) {
        row(out, headings);
        out.print("|" + " --- |".repeat(headings.length) + "\n");
    }

    private static void row(PrintWriter out, String... cells) {
        out.print("| " + String.join(" | ", cells) + " |\n");
    }

    private record Listed(Batch batch, DeviceRow row) {}
}
