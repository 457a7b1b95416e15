package io.github.devicebatch.cli.report;

import static io.github.devicebatch.cli.report.HtmlText.escape;

import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.output.CollectedReport;
import io.github.devicebatch.cli.output.ReportContent;
import io.github.devicebatch.cli.output.ReportContent.Batch;
import io.github.devicebatch.cli.terminal.ProgramVersion;
import io.github.devicebatch.domain.DeviceStatus;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Self-contained HTML page: verdict, totals, batches and devices. It can be read without script; the script sorts and filters the
 * devices. A content security policy allows only the style sheet and the script of the page, by their hashes.
 */
public final class HtmlReport implements CollectedReport.Document {

    /** Beyond this number, the browser lays out only the rows that are in view, which needs rows that are not table rows. */
    private static final int MANY = 1_000;

    private static final List<String> COLUMNS =
            List.of("Serial number", "Product key", "Result", "Code", "Error", "What to do", "Tracking id");

    private final HtmlResources resources = HtmlResources.load();

    @Override
    public void write(ReportContent content, PrintWriter out) {
        head(content, out);
        out.print("<main>\n<h1>Device batch report</h1>\n");
        verdict(content, out);
        HtmlTotals.write(content.totals(), out);
        batches(content.batches(), out);
        devices(content, out);
        out.print("</main>\n");
        footer(content, out);
        out.print("<script>" + resources.script() + "</script>\n</body>\n</html>\n");
    }

    private void head(ReportContent content, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="referrer" content="no-referrer">
                <title>Device batch report: %s</title>
                <style>%s</style>
                </head>
                <body>
                """,
                resources.contentSecurityPolicy(),
                escape(BatchFacts.headline(content)),
                resources.style());
    }

    private static void verdict(ReportContent content, PrintWriter out) {
        out.print("<p class=\"verdict " + style(content) + "\">" + escape(BatchFacts.headline(content)) + "</p>\n");
    }

    private static String style(ReportContent content) {
        List<String> styles =
                content.batches().stream().map(HtmlReport::style).distinct().toList();
        return Stream.of("bad", "wait", "good")
                .filter(styles::contains)
                .findFirst()
                .orElse("wait");
    }

    private static String style(Batch batch) {
        Style style = batch.verdict().style();
        return style == Style.fg_green ? "good" : style == Style.fg_red ? "bad" : "wait";
    }

    private static void batches(List<Batch> batches, PrintWriter out) {
        out.print("""
                <section aria-labelledby="batches"><h2 id="batches">Batches</h2>
                <div class="scroll" tabindex="0"><table class="wide">
                <thead><tr><th scope="col">Customer</th><th scope="col">Tracking id</th><th scope="col">Result</th>\
                <th scope="col">Devices</th><th scope="col">Details and support ids</th></tr></thead>
                <tbody>
                """);
        for (Batch batch : batches) {
            out.print("<tr><td><code>" + batch.reference().customer() + "</code></td><th scope=\"row\"><code>"
                    + batch.reference().tracking() + "</code></th><td class=\"" + style(batch) + "\">"
                    + escape(batch.verdict().text()) + "</td><td>" + escape(BatchFacts.description(batch)) + "</td><td>"
                    + facts(BatchFacts.facts(batch)) + notes(batch) + "</td></tr>\n");
        }
        out.print("</tbody>\n</table></div></section>\n");
    }

    private static String facts(Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(fact -> escape(fact.getKey()) + " <code>" + escape(fact.getValue()) + "</code>")
                .collect(Collectors.joining("<br>"));
    }

    private static String notes(Batch batch) {
        return batch.status().stream()
                .flatMap(status -> status.remarks().stream())
                .map(remark -> "<br>note: " + escape(remark))
                .collect(Collectors.joining());
    }

    private static void devices(ReportContent content, PrintWriter out) {
        int count = content.batches().stream()
                .mapToInt(batch -> content.listed(batch).size())
                .sum();
        if (count == 0) {
            return;
        }
        Roles roles = count > MANY ? Roles.WRITTEN : Roles.IMPLIED;
        out.printf(
                Locale.ROOT,
                """
                <section aria-labelledby="devices"><h2 id="devices">Devices</h2>
                <div class="controls" hidden><label>Search <input id="search" type="search" autocomplete="off"></label>
                <label>Result <select id="outcome"><option value="">all</option><option>failed</option><option>registered</option>\
                <option>accepted</option><option>pending</option></select></label>
                <span id="shown" role="status"></span></div>
                <div class="scroll" tabindex="0"><table class="devices%s"%s><caption>%s</caption>
                <colgroup><col><col><col><col><col><col><col></colgroup>
                <thead%s><tr%s>%s</tr></thead>
                <tbody%s>
                """,
                count > MANY ? " many" : "",
                roles.of("table"),
                Phrases.count(count, "device", "devices"),
                roles.of("rowgroup"),
                roles.of("row"),
                headings(roles),
                roles.of("rowgroup"));
        for (Batch batch : content.batches()) {
            content.listed(batch).forEach(device -> device(batch, device, roles, out));
        }
        out.print("</tbody>\n</table></div></section>\n");
    }

    private static String headings(Roles roles) {
        return COLUMNS.stream()
                .map(name -> "<th scope=\"col\"" + roles.of("columnheader") + ">" + name + "</th>")
                .collect(Collectors.joining());
    }

    private static void device(Batch batch, DeviceStatus device, Roles roles, PrintWriter out) {
        DeviceRow row = DeviceRow.of(batch.status().orElseThrow(), device);
        String cell = "<td" + roles.of("cell");
        String next = "</td>" + cell + ">";
        String result = row.result().text();
        out.print("<tr data-outcome=\"" + result + "\"" + roles.of("row") + ">" + cell + ">"
                + escape(row.serialNumber()) + next + escape(row.productKey()) + "</td>" + cell + " class=\""
                + row.result().style() + "\">" + result
                + (row.result() == DeviceRow.Result.PENDING ? ": " + escape(row.state()) : "") + next
                + escape(row.code()) + next + escape(row.name()) + next + escape(row.remedy()) + next
                + batch.reference().tracking() + "</td></tr>\n");
    }

    /** ARIA roles of the table of devices. Rows that are laid out as grids may lose the roles that a table implies. */
    private enum Roles {
        IMPLIED,
        WRITTEN;

        String of(String role) {
            return switch (this) {
                case IMPLIED -> "";
                case WRITTEN -> " role=\"" + role + "\"";
            };
        }
    }

    private static void footer(ReportContent content, PrintWriter out) {
        String time = content.written().truncatedTo(ChronoUnit.SECONDS).toString();
        out.print("<footer>Written <time datetime=\"" + time + "\">"
                + time.replace("T", " ").replace("Z", " UTC") + "</time> by devicebatch "
                + escape(ProgramVersion.number()) + ". Product keys are masked.</footer>\n");
    }
}
