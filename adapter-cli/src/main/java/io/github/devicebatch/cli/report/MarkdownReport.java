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
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.KnownDeviceError;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * GitHub Flavored Markdown for a job summary or an issue: verdict, totals, batches, and the devices that are not registered. It has
 * at most 1 MiB, the maximum of a job summary: each table has a share of it, and says how many rows were left out.
 */
public final class MarkdownReport implements CollectedReport.Document {

    private static final int KIBIBYTE = 1024;
    private static final int MAX_ERROR_BYTES = 128 * KIBIBYTE;
    private static final int MAX_CUSTOMER_BYTES = 96 * KIBIBYTE;
    private static final int MAX_BATCH_BYTES = 256 * KIBIBYTE;
    private static final int MAX_DEVICE_BYTES = 512 * KIBIBYTE;
    private static final int MAX_DEVICES = 1_000;

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
        MarkdownTable table = table(MAX_ERROR_BYTES, "Code", "Error", "Devices", "What it means", "What to do");
        for (BatchTotals.ErrorTotal total : BatchFacts.errors(totals)) {
            Optional<KnownDeviceError> known = total.error().flatMap(DeviceError::known);
            table.row(
                    code(total.error().flatMap(DeviceError::code).orElse("")),
                    code(total.error().flatMap(DeviceError::name).orElse("")),
                    Integer.toString(total.devices()),
                    escape(DeviceRow.meaning(known)),
                    escape(DeviceRow.remedy(known)));
        }
        table.write(out);
    }

    private static void reuploads(BatchTotals totals, PrintWriter out) {
        MarkdownTable table = table(KIBIBYTE, "Does uploading again help?", "Failed devices");
        totals.reuploads().forEach((advice, devices) -> table.row(escape(advice.description()), devices.toString()));
        table.write(out);
    }

    private static void customers(BatchTotals totals, PrintWriter out) {
        if (totals.customers().size() > 1) {
            MarkdownTable table = table(MAX_CUSTOMER_BYTES, "Customer", "Batches", "Devices");
            totals.customers()
                    .forEach(total -> table.row(
                            code(total.customer().toString()),
                            Integer.toString(total.batches()),
                            escape(BatchText.counts(total.devices()))));
            table.write(out);
        }
    }

    private static void batches(List<Batch> batches, PrintWriter out) {
        MarkdownTable table = table(MAX_BATCH_BYTES, "Batch", "Result", "Devices", "Details and support ids");
        for (Batch batch : batches) {
            table.row(
                    code(batch.reference().toString()),
                    "**" + escape(batch.verdict().text()) + "**",
                    batch.status().isPresent()
                            ? escape(BatchFacts.description(batch))
                            : code(BatchFacts.description(batch)),
                    BatchFacts.facts(batch).entrySet().stream()
                            .map(fact -> escape(fact.getKey()) + " " + code(fact.getValue()))
                            .collect(Collectors.joining("<br>")));
        }
        table.write(out);
    }

    private static void devices(ReportContent content, PrintWriter out) {
        MarkdownTable table = new MarkdownTable(
                MAX_DEVICES,
                MAX_DEVICE_BYTES,
                "Serial number",
                "Product key",
                "Result",
                "Code",
                "Error",
                "What to do",
                "Tracking id");
        int count = 0;
        for (Batch batch : content.batches()) {
            for (DeviceStatus device : content.listed(batch)) {
                DeviceRow row = DeviceRow.of(batch.status().orElseThrow(), device);
                if (row.result() != DeviceRow.Result.REGISTERED) {
                    count++;
                    table.row(cells(batch, row));
                }
            }
        }
        if (count > 0) {
            out.print(
                    "<details><summary>" + Phrases.count(count, "device", "devices") + " not registered</summary>\n\n");
            table.write(out);
            out.print("</details>\n\n");
        }
    }

    private static String[] cells(Batch batch, DeviceRow row) {
        return new String[] {
            code(row.serialNumber()),
            code(row.productKey()),
            row.result().text(),
            code(row.code()),
            code(row.name()),
            escape(row.remedy()),
            code(batch.reference().tracking().toString())
        };
    }

    private static MarkdownTable table(int maxBytes, String... headings) {
        return new MarkdownTable(Integer.MAX_VALUE, maxBytes, headings);
    }
}
