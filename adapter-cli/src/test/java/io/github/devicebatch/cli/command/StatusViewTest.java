package io.github.devicebatch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.cli.support.TerminalRunner;
import io.github.devicebatch.cli.terminal.StandardStream;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The progress of {@code status}, in virtual time: one request a second. */
@ExtendWith(FakePartnerCenterExtension.class)
class StatusViewTest {

    private static final int MANY = 70;
    private static final String TIME = "\\d\\d:\\d\\d:\\d\\d UTC  ";

    private final FakePartnerCenter partnerCenter;
    private final CommandTester tester;

    StatusViewTest(FakePartnerCenter partnerCenter, ManualTime time) {
        this.partnerCenter = partnerCenter;
        this.tester = CommandTester.asking(partnerCenter, time)
                .with("DEVICEBATCH_CONCURRENCY", "1")
                .with("DEVICEBATCH_RATE", "1/s")
                .ticking();
    }

    private void answer(int batches) {
        for (int number = 0; number < batches; number++) {
            BatchReference batch = Batches.numbered(number);
            partnerCenter
                    .script(batch)
                    .then(
                            number % 10 == 0
                                    ? Batches.finishedWithOneFailure(batch.tracking())
                                    : Batches.finished(batch.tracking()));
        }
        tester.input(IntStream.range(0, batches)
                .mapToObj(number -> Batches.numbered(number).toString())
                .collect(Collectors.joining("\n")));
    }

    @Nested
    class InALog {

        @ParameterizedTest
        @CsvSource({"false, A, b", "true, CI, true", "true, TERM, dumb"})
        void hasALineEvery30Seconds(boolean terminal, String variable, String value) {
            if (terminal) {
                tester.on(StandardStream.ERR);
            }
            answer(MANY);

            RunResult result = tester.with(variable, value).run("status", "-", "-o", "json", "--color=never");

            assertThat(result.err().lines())
                    .hasSize(2)
                    .allMatch(line -> line.matches(TIME
                            + "still requesting after (30s|1m): \\d+ of 70 batches answered \\(\\d+%\\): \\d+ all registered,"
                            + " \\d+ some failed; \\d+ of \\d+ devices \\(100%\\); failed: \\d+ × 808;"
                            + " 1\\.\\d batches/s, about \\d+s left"));
        }

        @Test
        void hasNoLineForAnAnswerWithin30Seconds() {
            answer(20);

            assertThat(tester.run("status", "-", "-o", "json").err()).isEmpty();
        }

        @Test
        void hasNoLineWhenQuiet() {
            answer(MANY);

            assertThat(tester.run("status", "-", "-o", "json", "-q").err()).isEmpty();
        }

        @Test
        void tellsWhyTheServiceDoesNotAnswer() {
            partnerCenter
                    .script(Batches.REFERENCE)
                    .then(Reply.throttled(Duration.ofSeconds(57)))
                    .then(Batches.finished());

            assertThat(tester.run("status", Batches.REFERENCE.toString()).err())
                    .contains("09:00:30 UTC  still requesting after 30s: 0 of 1 batch answered (0%);"
                            + " throttled by Partner Center (HTTP 429) until 09:00:57 UTC (for 30s)\n");
        }
    }

    @Nested
    class OnATerminal {

        private final TerminalRunner terminal = new TerminalRunner(tester);

        @Test
        void showsSharesFailuresRateAndTimeLeft() {
            answer(MANY);
            tester.terminals.remove(StandardStream.OUT);

            List<String> end = terminal.screenAfter("status", "-", "-o", "json");

            assertThat(terminal.frames())
                    .anyMatch(frame -> String.join("\n", frame)
                            .matches(
                                    "10s  1\\d of 70 batches answered \\(\\d\\d%\\); \\d\\d of \\d\\d devices \\(100%\\)\n"
                                            + "  \\d+ all registered, 2 some failed\n"
                                            + "  failed: 2 × 808\n"
                                            + "  1\\.\\d batches/s, about (\\d\\ds|1m) left\n"));
            assertThat(end).containsExactly("");
        }

        @Test
        void keepsTheResultsAboveIt() {
            answer(20);

            List<String> end = terminal.screenAfter("status", "-");

            assertThat(terminal.frames())
                    .anyMatch(frame -> frame.getFirst().startsWith("some failed     ")
                            && frame.stream().anyMatch(line -> line.matches("1s  \\d+ of 20 batches answered .*")));
            assertThat(end)
                    .noneMatch(line -> line.contains("answered"))
                    .contains("20 batches: 18 all registered, 2 some failed");
        }

        @Test
        void tellsWhyTheServiceDoesNotAnswer() {
            partnerCenter
                    .script(Batches.REFERENCE)
                    .then(Reply.throttled(Duration.ofSeconds(57)))
                    .then(Batches.finished());

            List<String> end = terminal.screenAfter("status", Batches.REFERENCE.toString());

            assertThat(terminal.frames())
                    .contains(List.of(
                            "throttled by Partner Center until 09:00:57 UTC; waiting",
                            "12s  0 of 1 batch answered (0%)",
                            "throttled by Partner Center (HTTP 429) until 09:00:57 UTC (for 12s)",
                            ""));
            assertThat(end).noneMatch(line -> line.contains("answered"));
        }

        @Test
        void isNotDrawnForAQuickAnswerOrWhenQuiet() {
            answer(2);
            terminal.screenAfter("status", "-", "-o", "json");
            answer(MANY);
            terminal.screenAfter("status", "-", "-o", "json", "-q");

            assertThat(terminal.shownLines()).noneMatch(line -> line.contains("answered"));
        }
    }
}
