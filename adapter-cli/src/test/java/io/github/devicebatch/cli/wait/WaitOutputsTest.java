package io.github.devicebatch.cli.wait;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.cli.support.Screen;
import io.github.devicebatch.cli.support.Trial;
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
    private final Trial trial;

    WaitOutputsTest(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
        this.trial = Trial.asking(partnerCenter).ticking().on(StandardStream.OUT, StandardStream.ERR);
    }

    @Test
    void writesTheSummaryIfTheResultsGoElsewhere() {
        trial.terminals.remove(StandardStream.OUT);
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued()).then(Batches.finished());

        Ran ran = trial.run("wait", REFERENCE, "-o", "json");

        assertThat(ran.out()).startsWith("{").doesNotContain("\u001b");
        assertThat(Screen.after(ran.err(), WIDTH))
                .hasSize(2)
                .first()
                .asString()
                .matches("1 batch: all devices registered after \\ds");
    }

    @ParameterizedTest
    @CsvSource({"CI, true", "TERM, dumb"})
    void writesLinesToALog(String variable, String value) {
        trial.with(variable, value);
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued()).then(Batches.finished());

        assertThat(trial.run("wait", REFERENCE, "--color=never").err())
                .contains(REFERENCE + ": queued\n")
                .doesNotContain("\u001b");
    }

    @Test
    void drawsWithoutColorIfNoneIsWanted() {
        trial.with("NO_COLOR", "1");
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued()).then(Batches.finished());

        Ran ran = trial.run("wait", REFERENCE);

        assertThat(ran.err()).contains("0127ed8e…  queued").doesNotContainPattern("\u001b\\[\\d*m");
        assertThat(ran.out()).doesNotContain("\u001b");
    }
}
