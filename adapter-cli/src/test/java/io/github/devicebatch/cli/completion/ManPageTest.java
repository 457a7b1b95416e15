package io.github.devicebatch.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;

class ManPageTest {

    private final CommandSpec root = SampleCommand.create();
    private final ManPage page = new ManPage(root.subcommands().get("show").getCommandSpec(), "1.0");

    @Test
    void isNamedLikeTheQualifiedCommand() {
        assertThat(page.name()).isEqualTo("sample-show");
    }

    @Test
    void hasTitleNameAndSynopsis() {
        assertThat(page.text())
                .startsWith(".TH \"SAMPLE\\-SHOW\" 1 \"\" \"sample 1.0\" \"User Commands\"\n")
                .contains(".SH NAME\nsample\\-show \\- Show the user\\(aqs items\n")
                .contains(".SH SYNOPSIS\n.nf\nsample show [OPTIONS] CODE\n.fi\n");
    }

    @Test
    void listsOptionsInTheirGroupsThenTheOthers() {
        assertThat(page.text())
                .containsSubsequence(
                        ".SH \"PARAMETERS\"\n.TP\n\\fICODE\\fR\nAn error\\(aqs code.\n",
                        ".SH \"OPTIONS\"\n",
                        ".SS \"Output\"\n",
                        ".TP\n\\fB\\-o\\fR, \\fB\\-\\-output\\fR \\fIFORMAT\\fR\nOne of: TABLE, JSON. Default: table.\n",
                        ".TP\n\\fB\\-\\-locale\\fR \\fITAG\\fR\nLanguage.\n")
                .doesNotContain("secret");
    }

    @Test
    void keepsTextFromBeingARequestOrAnEscape() {
        assertThat(page.text())
                .contains("\nReads items.\n\\&.Not a request: 100%.\n")
                .contains("\nA path is C:\\eitems, a code isn\\(aqt.\n");
    }

    @Test
    void makesABlockOfTheFooterASection() {
        assertThat(page.text()).contains(".fi\n.SS \"Examples\"\n.nf\n  sample show 808 \\-o json\n.sp\n");
    }

    @Test
    void refersToTheCommandAboveAndTheCommandsBelow() {
        assertThat(page.text()).endsWith(".SH \"SEE ALSO\"\n\\fBsample\\fR(1)\n");
        assertThat(new ManPage(root, "1.0").text())
                .endsWith(".SH \"SEE ALSO\"\n\\fBsample\\-show\\fR(1), \\fBsample\\-config\\fR(1)\n")
                .doesNotContain("internal");
    }

    @Test
    void requiresCommandAndVersion() {
        assertThatNullPointerException().isThrownBy(() -> new ManPage(null, "1.0"));
        assertThatNullPointerException().isThrownBy(() -> new ManPage(root, null));
    }
}
