package io.github.devicebatch.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.cli.support.Chromium;
import io.github.devicebatch.cli.support.ReportDocuments;
import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.testkit.Answers;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTML report in headless Chromium. {@code target/screenshots} has the pictures of
 * the documentation and the times of loading. */
@Tag("peers")
class HtmlReportBrowserTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String VISIBLE_ROWS = "[...document.querySelectorAll('.devices tbody tr:not([hidden])')]";

    @TempDir
    private static Path profile;

    private static Chromium chromium;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        chromium = Chromium.start(profile);
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @BeforeEach
    void showLight() throws InterruptedException {
        chromium.scripts(true);
        chromium.show(1_100, 800, "light");
    }

    @ParameterizedTest
    @CsvSource({"1, some failed", "50, some failed", "20000, some failed"})
    void showsAndFindsDevices(int count, String verdict) throws IOException, InterruptedException {
        open(ReportDocuments.withDevices(count), Answers.notFound());

        assertThat(text("document.querySelector('.verdict').textContent")).contains("1 not found");
        assertThat(number(VISIBLE_ROWS + ".length")).isEqualTo(count);
        assertThat(text("document.querySelector('.verdict').textContent"))
                .contains(count == 1 ? "all failed" : verdict);
        assertThat(number("document.querySelectorAll('svg.bar rect').length")).isEqualTo(count == 1 ? 1 : 3);
        assertThat(chromium.objections()).isEmpty();
        evaluate(count > 50 ? "document.getElementById('devices').scrollIntoView()" : "scrollTo(0, 0)");
        screenshot("report-" + count);
        Files.writeString(
                SCREENSHOTS.resolve("load-" + count + ".json"),
                text("JSON.stringify(performance.getEntriesByType('navigation')[0])"));
        find("640", count == 1 ? 1 : count == 50 ? 2 : 445);
        assertThat(chromium.objections()).isEmpty();
    }

    private void find(String words, int expected) throws InterruptedException {
        evaluate("new Promise(resolve => {"
                + "new MutationObserver(resolve).observe(document.getElementById('shown'), {childList: true});"
                + "document.getElementById('search').value = 'storageerror " + words + "';"
                + "document.getElementById('search').dispatchEvent(new Event('input')); })");
        assertThat(number(VISIBLE_ROWS + ".length")).isEqualTo(expected);
        assertThat(text("document.getElementById('shown').textContent")).startsWith(expected + " of ");
        assertThat(number("[...document.querySelectorAll('.devices tbody tr[hidden]')].slice(0, 50)"
                        + ".filter(row => getComputedStyle(row).display !== 'none').length"))
                .isZero();
    }

    @Test
    void sortsByEachColumnInBothDirections() throws IOException, InterruptedException {
        open(ReportDocuments.withDevices(50));

        for (int column = 0; column < 7; column++) {
            String cells = VISIBLE_ROWS + ".map(row => row.cells[" + column + "].textContent)";
            String sorted = "JSON.stringify(" + cells + ".sort(new Intl.Collator('en', {numeric: true}).compare))";
            evaluate("document.querySelectorAll('.devices th button')[" + column + "].click()");
            assertThat(text("JSON.stringify(" + cells + ")")).isEqualTo(text(sorted));
            evaluate("document.querySelectorAll('.devices th button')[" + column + "].click()");
            assertThat(text("document.querySelectorAll('.devices th')[" + column + "].getAttribute('aria-sort')"))
                    .isEqualTo("descending");
            assertThat(text("JSON.stringify(" + cells
                            + ".reverse().sort(new Intl.Collator('en', {numeric: true}).compare))"))
                    .isEqualTo(text(sorted));
        }
        assertThat(chromium.objections()).isEmpty();
    }

    @Test
    void filtersByResult() throws IOException, InterruptedException {
        open(ReportDocuments.withDevices(50));

        evaluate("outcome.value = 'accepted'; outcome.dispatchEvent(new Event('change'))");

        assertThat(text("document.getElementById('shown').textContent")).isEqualTo("1 of 50 devices shown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>document.title = 'injected'; alert(1)</script>",
                "\"><img src=x onerror=\"document.title='injected'\">",
                "' onmouseover='document.title=1' x='",
                "</td></tr></table><h1>injected</h1>",
                "</script><script>document.title = 'injected'</script>",
                "</title><script>document.title = 'injected'</script>",
                "</style><style>body { display: none }</style>",
                "<iframe src=\"https://example.com\"></iframe><form action=\"https://example.com\">",
                "&lt;b&gt; &#60;script&#62;",
                "javascript:alert(1)",
                "\u202egnp\u0000\u001b[2J\ufeff"
            })
    void everyTextOfTheServiceStaysText(String text) throws IOException, InterruptedException {
        open(ReportDocuments.injected(text), ReportDocuments.refusing(text));

        String visible = new Excerpt(text).text();
        for (int column : List.of(0, 3, 4)) {
            assertThat(text("document.querySelector('.devices tbody tr').cells[" + column + "].textContent"))
                    .isEqualTo(visible);
        }
        assertThat(text("document.querySelectorAll('.devices tbody tr')[1].cells[2].textContent"))
                .isEqualTo("pending: " + visible);
        assertThat(text("document.body.textContent")).contains("note: " + visible, "server id " + visible);
        assertThat(number("document.querySelectorAll('script').length + document.querySelectorAll('style').length"))
                .isEqualTo(2);
        assertThat(number("document.querySelectorAll('img, iframe, form, h1 ~ h1, b, a').length"))
                .isZero();
        assertThat(text("document.title")).startsWith("Device batch report");
        assertThat(chromium.objections()).isEmpty();
    }

    @Test
    void canBeReadWithoutScript() throws IOException, InterruptedException {
        chromium.scripts(false);
        open(ReportDocuments.withDevices(50));

        assertThat(number("document.querySelectorAll('.devices tbody tr').length"))
                .isEqualTo(50);
        assertThat(text("getComputedStyle(document.querySelector('.controls')).display"))
                .isEqualTo("none");
        assertThat(chromium.objections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"light, 'rgb(255, 255, 255)'", "dark, 'rgb(13, 17, 23)'"})
    void followsTheColorSchemeAndFitsAPhone(String scheme, String background) throws IOException, InterruptedException {
        chromium.show(390, 800, scheme);
        open(ReportDocuments.withDevices(50));

        assertThat(text("getComputedStyle(document.body).backgroundColor")).isEqualTo(background);
        assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        screenshot("report-phone-" + scheme);
        chromium.show(1_100, 800, scheme);
        screenshot("report-" + scheme);
    }

    private void open(BatchStatusAnswer... answers) throws IOException, InterruptedException {
        chromium.open(Files.writeString(folder.resolve("report.html"), ReportDocuments.of(new HtmlReport(), answers)));
    }

    private static void screenshot(String name) throws IOException, InterruptedException {
        Files.write(Files.createDirectories(SCREENSHOTS).resolve(name + ".png"), chromium.screenshot());
    }

    private static void evaluate(String expression) throws InterruptedException {
        chromium.evaluate(expression);
    }

    private static String text(String expression) throws InterruptedException {
        return ((JsonString) chromium.evaluate(expression)).getString();
    }

    private static int number(String expression) throws InterruptedException {
        return Integer.parseInt(chromium.evaluate(expression).toString());
    }
}
