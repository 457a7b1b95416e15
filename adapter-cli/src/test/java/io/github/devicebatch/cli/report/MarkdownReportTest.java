package io.github.devicebatch.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.ReportDocuments;
import io.github.devicebatch.cli.terminal.ProgramVersion;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            www.example.com     ! www&#46;example&#46;com
            @someone #1         ! &#64;someone &#35;1
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
    void aReportOfManyDevicesFitsIntoAJobSummary() {
        String markdown = ReportDocuments.of(new MarkdownReport(), ReportDocuments.withDevices(20_000));

        assertThat(markdown).contains("\nand 5667 more\n").hasSizeLessThan(SUMMARY_LIMIT);
    }
}
