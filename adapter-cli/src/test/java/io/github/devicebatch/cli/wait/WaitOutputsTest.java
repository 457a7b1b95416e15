package io.github.devicebatch.cli.wait;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.cli.support.TerminalScreen;
import io.github.devicebatch.cli.terminal.StandardStream;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(FakePartnerCenterExtension.class)
class WaitOutputsTest {

    private static final int WIDTH = 80;
    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter;
    private final CommandTester tester;

    WaitOutputsTest(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
        this.tester = CommandTester.asking(partnerCenter).ticking().on(StandardStream.OUT, StandardStream.ERR);
    }

    @Test
    void writesTheSummaryIfTheResultsGoElsewhere() {
        tester.terminals.remove(StandardStream.OUT);
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued()).then(Batches.finished());

        RunResult result = tester.run("wait", REFERENCE, "-o", "json");

        assertThat(result.out()).startsWith("{").doesNotContain("\u001b");
        assertThat(TerminalScreen.after(result.err(), WIDTH))
                .hasSize(2)
                .first()
                .asString()
                .matches("1 batch: all devices registered after \\ds");
    }

    @ParameterizedTest
    @CsvSource({"CI, true", "TERM, dumb"})
    void writesLinesToALog(String variable, String value) {
        tester.with(variable, value);
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued()).then(Batches.finished());

        assertThat(tester.run("wait", REFERENCE, "--color=never").err())
                .contains(REFERENCE + ": queued\n")
                .doesNotContain("\u001b");
    }

    @Test
    void drawsWithoutColorIfNoneIsWanted() {
        tester.with("NO_COLOR", "1");
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued()).then(Batches.finished());

        RunResult result = tester.run("wait", REFERENCE);

        assertThat(result.err()).contains("0127ed8e…  queued").doesNotContainPattern("\u001b\\[\\d*m");
        assertThat(result.out()).doesNotContain("\u001b");
    }
}
