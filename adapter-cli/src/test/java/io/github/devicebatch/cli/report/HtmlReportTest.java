package io.github.devicebatch.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.ReportDocuments;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {

    @Test
    void showsVerdictTotalsBatchesAndDevices() {
        assertThat(ReportDocuments.of(new HtmlReport(), ReportDocuments.withDevices(50), Answers.notFound()))
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<p class=\"verdict bad\">2 batches: 1 some failed, 1 not found</p>")
                .contains("<strong>33</strong> registered", "<strong>1</strong> accepted", "<strong>16</strong> failed")
                .contains("<caption>50 devices</caption>", "*****-*****-****-00003", "Another tenant has registered")
                .contains("2026-01-05 09:00:00 UTC")
                .doesNotContain("00329-00000-0003")
                .endsWith("</body>\n</html>\n");
    }

    @Test
    void showsTheIdsForVendorSupport() {
        assertThat(ReportDocuments.of(new HtmlReport(), ReportDocuments.injected("R1")))
                .contains(
                        "request id <code>R1</code>",
                        "correlation id <code>R1</code>",
                        "correlation vector <code>R1</code>",
                        "server id <code>R1</code>");
    }

    @Test
    void allowsOnlyItsOwnStyleAndScriptAndNoRequest() throws NoSuchAlgorithmException {
        String html = ReportDocuments.of(new HtmlReport(), Answers.found(Batches.documentedExample()));

        assertThat(group("Content-Security-Policy\" content=\"([^\"]*)\"", html))
                .isEqualTo("default-src 'none'; style-src 'sha256-" + hash(group("<style>(.*)</style>", html))
                        + "'; script-src 'sha256-" + hash(group("<script>(.*)</script>", html))
                        + "'; base-uri 'none'; form-action 'none'");
        assertThat(html).doesNotContainPattern("(?i)(src|href|action|style)=|https?:|@import|url\\(");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</td></tr></table><h1>x",
                "</script><script>alert(1)",
                "&lt;b&gt;",
                "\u202egnp.exe\u0000\u001b[2J"
            })
    void everyTextOfTheServiceIsEscaped(String text) {
        String html =
                ReportDocuments.of(new HtmlReport(), ReportDocuments.injected(text), ReportDocuments.refusing(text));

        assertThat(html)
                .contains(HtmlText.escape(text))
                .doesNotContain("<img", "onmouseover='", "<h1>x", "<b>", "\u202e", "\u0000", "\u001b");
        assertThat(html.split("<script", -1)).hasSize(2);
        assertThat(html.split("</table>", -1)).hasSize(5);
    }

    @Test
    void rowsOfManyDevicesHaveTheRolesOfATable() {
        assertThat(ReportDocuments.of(new HtmlReport(), ReportDocuments.withDevices(1_000)))
                .doesNotContain("role=\"row\"");
        assertThat(ReportDocuments.of(new HtmlReport(), ReportDocuments.withDevices(1_001)))
                .contains("<table class=\"devices many\" role=\"table\">", "<thead role=\"rowgroup\"><tr role=\"row\">")
                .contains(
                        "<th scope=\"col\" role=\"columnheader\">Code</th>",
                        "role=\"row\"><td role=\"cell\">CZC1000000");
    }

    @Test
    void hasNoTableOfDevicesWithoutDevices() {
        assertThat(ReportDocuments.of(new HtmlReport(), Answers.notFound()))
                .contains("1 batch: not found")
                .doesNotContain("<table class=\"devices\"");
    }

    private static String group(String pattern, String html) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(html);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static String hash(String text) throws NoSuchAlgorithmException {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }
}
