package io.github.devicebatch.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.cli.support.RenderedMarkdown;
import io.github.devicebatch.cli.support.ReportDocuments;
import io.github.devicebatch.cli.terminal.ProgramVersion;
import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReportTest {

    private static final int SUMMARY_LIMIT = 1 << 20;

    @Test
    void showsTotalsBatchesAndDevices() {
        assertThat(ReportDocuments.of(new MarkdownReport(), Answers.found(Batches.documentedExample())))
                .isEqualTo("""
                ## Device batches: 1 batch&#58; all devices failed

                1 device&#58; 1 failed

                | Code | Error | Devices | What it means | What to do |
                | --- | --- | --- | --- | --- |
                | <code>808</code> | <code>ZtdDeviceAssignedToOtherTenant</code> | 1 | Another tenant has registered the device&#46; | \
                Have the previous owner or reseller deregister it&#59; failing that&#44; ask vendor support with proof of \
                ownership&#46; |

                | Does uploading again help? | Failed devices |
                | --- | --- |
                | only after the removal | 1 |

                | Batch | Result | Devices | Details and support ids |
                | --- | --- | --- | --- |
                | <code>47021739-3426-40bf-9601-61b4b6d7c793&#47;0127ed8e-ff72-4983-a3d8-e8d8bd378932</code> | **all failed** | \
                1 device&#58; 1 failed | state <code>finished</code><br>started <code>2017-07-25T10&#58;00&#58;00Z</code><br>\
                completed <code>2017-07-25T10&#58;10&#58;00Z</code><br>took <code>10m</code> |

                <details><summary>1 device not registered</summary>

                | Serial number | Product key | Result | Code | Error | What to do | Tracking id |
                | --- | --- | --- | --- | --- | --- | --- |
                | <code>1234567890</code> | <code>&#42;&#42;&#42;&#42;&#42;-&#42;&#42;&#42;&#42;&#42;-&#42;&#42;&#42;&#42;&#42;-\
                &#42;&#42;&#42;&#42;&#42;-13579</code> | failed | <code>808</code> | \
                <code>ZtdDeviceAssignedToOtherTenant</code> | Have the previous owner or reseller deregister it&#59; failing \
                that&#44; ask vendor support with proof of ownership&#46; | <code>0127ed8e-ff72-4983-a3d8-e8d8bd378932</code> |

                </details>

                <sub>2026-01-05T09&#58;00&#58;00Z&#44; devicebatch %s</sub>
                """.formatted(MarkdownText.escape(ProgramVersion.number())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            a|b                 ! a&#124;b
            a\\|b               ! a&#92;&#124;b
            <b>*x*</b>          ! &#60;b&#62;&#42;x&#42;&#60;&#47;b&#62;
            `code` [a](b)       ! &#96;code&#96; &#91;a&#93;&#40;b&#41;
            www.example.com     ! www<wbr>&#46;example&#46;com
            @someone #1         ! &#64;<wbr>someone &#35;<wbr>1
            http://WWW.x        ! http&#58;&#47;<wbr>&#47;WWW<wbr>&#46;x
            /a.w/               ! &#47;a&#46;w&#47;
            ~~x~~ __y__         ! &#126;&#126;x&#126;&#126; &#95;&#95;y&#95;&#95;
            &amp;               ! &#38;amp&#59;
            """)
    void punctuationIsText(String text, String expected) {
        assertThat(MarkdownText.escape(text)).isEqualTo(expected);
    }

    @Test
    void everyRowHasTheCellsOfItsTable() {
        String markdown = ReportDocuments.of(
                new MarkdownReport(), ReportDocuments.injected("|\n| a | b |\n\n# x"), ReportDocuments.refusing("|"));
        int cells = 0;
        for (String line : markdown.lines().toList()) {
            cells = line.startsWith("|") ? cells == 0 ? count(line) : cells : 0;
            assertThat(count(line)).as(line).isEqualTo(cells);
        }
        assertThat(markdown).doesNotContain("\n# x");
    }

    private static int count(String line) {
        return (int) line.chars().filter(character -> character == '|').count();
    }

    @Test
    void rendersAsTables() {
        assertThat(rendered(Answers.found(Batches.documentedExample())).tables())
                .containsExactly(
                        List.of(
                                List.of("Code", "Error", "Devices", "What it means", "What to do"),
                                List.of(
                                        "808",
                                        "ZtdDeviceAssignedToOtherTenant",
                                        "1",
                                        "Another tenant has registered the device.",
                                        "Have the previous owner or reseller deregister it; failing that, ask vendor support"
                                                + " with proof of ownership.")),
                        List.of(
                                List.of("Does uploading again help?", "Failed devices"),
                                List.of("only after the removal", "1")),
                        List.of(
                                List.of("Batch", "Result", "Devices", "Details and support ids"),
                                List.of(
                                        Batches.REFERENCE.toString(),
                                        "all failed",
                                        "1 device: 1 failed",
                                        "state finished\nstarted 2017-07-25T10:00:00Z\n"
                                                + "completed 2017-07-25T10:10:00Z\ntook 10m")),
                        List.of(
                                List.of(
                                        "Serial number",
                                        "Product key",
                                        "Result",
                                        "Code",
                                        "Error",
                                        "What to do",
                                        "Tracking id"),
                                List.of(
                                        "1234567890",
                                        "*****-*****-*****-*****-13579",
                                        "failed",
                                        "808",
                                        "ZtdDeviceAssignedToOtherTenant",
                                        "Have the previous owner or reseller deregister it; failing that, ask vendor support"
                                                + " with proof of ownership.",
                                        Batches.TRACKING.toString())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a|b",
                "a\\|b\\",
                "`a` ``b`` ```",
                "<img src=x onerror=alert(1)>",
                "</code></td></table><script>alert(1)</script><!--",
                "--> <!DOCTYPE html>",
                "[a](http://example.com) ![b](http://example.com/b.png)",
                "http://example.com/a?b=c",
                "www.example.com ftp://example.com",
                "<http://example.com>",
                "ann@example.com mailto:ann@example.com",
                "@octocat @octo/team",
                "#1 octo/repo#1",
                "a\nb\r\nc",
                "a\n\n# heading\n\n- item\n\n| a | b |\n| - | - |",
                "| a | b |",
                "&lt;b&gt; &#64;octocat &amp;",
                "**a** __b__ ~~c~~ *d* _e_",
                "- [ ] a",
                "1. a",
                ":smile: $a$ [^1] {.class}",
                "    indented",
                "<br>",
                "\\",
            })
    void textOfTheServiceStaysText(String text) {
        RenderedMarkdown markdown = rendered(ReportDocuments.injected(text), ReportDocuments.refusing(text));

        assertThat(markdown.kinds())
                .isSubsetOf(
                        "Document",
                        "Heading",
                        "HtmlBlock",
                        "HtmlInline",
                        "Paragraph",
                        "StrongEmphasis",
                        "TableBlock",
                        "TableBody",
                        "TableCell",
                        "TableHead",
                        "TableRow",
                        "Text");
        assertThat(markdown.html())
                .isSubsetOf(
                        "<code>",
                        "</code>",
                        "<br>",
                        "<wbr>",
                        "<sub>",
                        "</sub>",
                        "<details><summary># devices not registered</summary>",
                        "</details>");
        assertThat(markdown.texts()).noneMatch(part -> part.matches("(?i).*([@#]\\w|//|www\\.).*"));
        String shown = new Excerpt(text).text();
        assertThat(markdown.tables().getFirst().get(1).subList(0, 2)).containsExactly(shown, shown);
        assertThat(markdown.tables().getLast().get(1))
                .startsWith(shown)
                .element(4)
                .isEqualTo(shown);
        assertThat(markdown.tables().get(2).get(2)).element(2).isEqualTo(shown + ": " + shown);
    }

    private static RenderedMarkdown rendered(BatchStatusAnswer... answers) {
        return RenderedMarkdown.of(ReportDocuments.of(new MarkdownReport(), answers));
    }

    @Test
    void aReportOfManyDevicesFitsIntoAJobSummary() {
        String markdown = ReportDocuments.of(new MarkdownReport(), ReportDocuments.withDevices(20_000));

        assertThat(markdown).contains("\nand 5667 more\n").hasSizeLessThan(SUMMARY_LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "a", "é", "漢", "\u202e"})
    void longTextsFitIntoAJobSummary(String character) {
        String markdown = ReportDocuments.of(
                new MarkdownReport(),
                IntStream.range(0, 120).mapToObj(Batches::numbered),
                ReportDocuments.injected(character.repeat(1_024)));

        assertThat(markdown.getBytes(UTF_8)).hasSizeLessThan(SUMMARY_LIMIT);
        assertThat(countedRows(markdown)).containsExactly(1, 1, 120, 120, 240);
    }

    @ParameterizedTest
    @CsvSource({"5000, 1", "10, 1000"})
    void manyErrorsCustomersAndBatchesFitIntoAJobSummary(int batches, int errors) {
        String markdown = ReportDocuments.of(
                new MarkdownReport(),
                IntStream.range(0, batches).mapToObj(Batches::numbered),
                ReportDocuments.withDifferentErrors(errors));

        assertThat(markdown.getBytes(UTF_8)).hasSizeLessThan(SUMMARY_LIMIT);
        assertThat(countedRows(markdown)).containsExactly(errors, 1, batches, batches, batches * errors);
    }

    /** Returns the number of rows of each table, with those that were left out. */
    private static List<Integer> countedRows(String markdown) {
        List<Integer> counts = new ArrayList<>();
        for (String line : markdown.lines().toList()) {
            if (line.startsWith("| ---")) {
                counts.add(0);
            } else if (line.startsWith("| <code>") || line.startsWith("| not known ")) {
                counts.add(counts.removeLast() + 1);
            } else if (line.matches("and \\d+ more")) {
                counts.add(counts.removeLast() + Integer.parseInt(line.split(" ")[1]));
            }
        }
        return counts;
    }
}
