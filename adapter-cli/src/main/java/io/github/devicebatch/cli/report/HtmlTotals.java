package io.github.devicebatch.cli.report;

import static io.github.devicebatch.cli.report.HtmlText.escape;

import io.github.devicebatch.cli.output.BatchText;
import io.github.devicebatch.domain.BatchTotals;
import io.github.devicebatch.domain.BatchTotals.CustomerTotal;
import io.github.devicebatch.domain.BatchTotals.ErrorTotal;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.KnownDeviceError;
import io.github.devicebatch.domain.ReuploadAdvice;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Totals of the HTML report: a bar of the devices by result, and tables by error, by what helps and by customer. */
final class HtmlTotals {

    private HtmlTotals() {}

    static void write(BatchTotals totals, PrintWriter out) {
        if (totals.devices().total() > 0) {
            bar(totals, out);
        }
        List<ErrorTotal> errors = BatchFacts.errors(totals);
        if (!errors.isEmpty()) {
            errors(errors, out);
        }
        if (!totals.reuploads().isEmpty()) {
            reuploads(totals.reuploads(), out);
        }
        if (totals.customers().size() > 1) {
            customers(totals.customers(), out);
        }
    }

    /** An SVG with attributes instead of a width in a style, which the content security policy forbids. */
    private static void bar(BatchTotals totals, PrintWriter out) {
        int total = totals.devices().total();
        out.print("<section aria-labelledby=\"totals\"><h2 id=\"totals\">Totals</h2>\n<svg class=\"bar\" role=\"img\""
                + " aria-label=\"" + escape(BatchText.counts(totals.devices())) + "\" viewBox=\"0 0 " + total
                + " 1\" preserveAspectRatio=\"none\">");
        int begin = 0;
        for (Map.Entry<DeviceRow.Result, Integer> part :
                BatchFacts.counts(totals).entrySet()) {
            out.print("<rect class=\"" + part.getKey().style() + "\" x=\"" + begin + "\" width=\"" + part.getValue()
                    + "\" height=\"1\"/>");
            begin += part.getValue();
        }
        out.print("</svg>\n<ul class=\"legend\">");
        BatchFacts.counts(totals)
                .forEach((result, count) -> out.print("<li class=\"" + result.style() + "\"><strong>" + count
                        + "</strong> " + result.text() + "</li>"));
        out.print("<li><strong>" + total + "</strong> in all</li></ul></section>\n");
    }

    private static void errors(List<ErrorTotal> errors, PrintWriter out) {
        out.print("""
                <section aria-labelledby="errors"><h2 id="errors">By error</h2><div class="scroll" tabindex="0"><table class="wide">
                <thead><tr><th scope="col">Code</th><th scope="col">Error</th><th scope="col" class="number">Devices</th>\
                <th scope="col">What it means</th><th scope="col">What to do</th><th scope="col">Upload again?</th></tr></thead>
                <tbody>
                """);
        for (ErrorTotal total : errors) {
            Optional<KnownDeviceError> known = total.error().flatMap(DeviceError::known);
            out.print("<tr><td>" + cell(total.error().flatMap(DeviceError::code)) + "</td><th scope=\"row\">"
                    + cell(total.error().flatMap(DeviceError::name)) + "</th><td class=\"number\">" + total.devices()
                    + "</td><td>" + escape(DeviceRow.meaning(known)) + "</td><td>" + escape(DeviceRow.remedy(known))
                    + "</td><td>"
                    + escape(known.map(KnownDeviceError::uploadingAgain)
                            .orElse(ReuploadAdvice.NOT_KNOWN)
                            .description())
                    + "</td></tr>\n");
        }
        out.print("</tbody>\n</table></div></section>\n");
    }

    private static String cell(Optional<String> text) {
        return text.map(HtmlText::escape).orElse("–");
    }

    private static void reuploads(Map<ReuploadAdvice, Integer> reuploads, PrintWriter out) {
        out.print("""
                <section aria-labelledby="helps"><h2 id="helps">By what helps</h2><div class="scroll" tabindex="0"><table>
                <thead><tr><th scope="col">Does uploading again help?</th><th scope="col" class="number">Failed devices</th></tr></thead>
                <tbody>
                """);
        reuploads.forEach((advice, devices) -> out.print("<tr><th scope=\"row\">" + escape(advice.description())
                + "</th><td class=\"number\">" + devices + "</td></tr>\n"));
        out.print("</tbody>\n</table></div></section>\n");
    }

    private static void customers(List<CustomerTotal> customers, PrintWriter out) {
        out.print("""
                <section aria-labelledby="customers"><h2 id="customers">By customer</h2><div class="scroll" tabindex="0"><table>
                <thead><tr><th scope="col">Customer</th><th scope="col" class="number">Batches</th><th scope="col">Devices</th></tr></thead>
                <tbody>
                """);
        for (CustomerTotal total : customers) {
            out.print("<tr><th scope=\"row\"><code>" + total.customer() + "</code></th><td class=\"number\">"
                    + total.batches() + "</td><td>" + escape(BatchText.counts(total.devices())) + "</td></tr>\n");
        }
        out.print("</tbody>\n</table></div></section>\n");
    }
}
