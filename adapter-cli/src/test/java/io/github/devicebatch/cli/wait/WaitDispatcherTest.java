package io.github.devicebatch.cli.wait;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.output.DeviceFilter;
import io.github.devicebatch.cli.output.JsonLinesReport;
import io.github.devicebatch.cli.support.Parsed;
import io.github.devicebatch.cli.terminal.ClockFormat;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitDispatcherTest {

    private final ManualTime time = ManualTime.start();
    private final UnavailableText words = new UnavailableText(new ClockFormat(time, ZoneOffset.UTC));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void tellsOfADemandToStayAwayOnceHoweverManyQuestionsMeetIt() {
        WaitDispatcher observer = observer(8);

        for (int number = 0; number < 8; number++) {
            throttle(observer, number, Duration.ofSeconds(57));
            time.advance(Duration.ofMillis(50));
        }
        assertThat(Parsed.lines(out.toString(UTF_8)))
                .singleElement()
                .satisfies(event -> assertThat(event.getString("event")).isEqualTo("throttled"));

        time.advance(Duration.ofSeconds(57));
        throttle(observer, 0, Duration.ofSeconds(57));
        assertThat(Parsed.lines(out.toString(UTF_8))).hasSize(2);
    }

    private static void throttle(WaitDispatcher observer, int number, Duration told) {
        observer.attempted(Batches.numbered(number), 1, Answers.throttled(told), Optional.of(told));
    }

    @Test
    void oneStandsForManyThatTheSameKeepsFromAnEnd() {
        WaitDispatcher observer = observer(20);

        IntStream.range(0, 10)
                .forEach(number -> giveUp(observer, number, Answers.refused(RefusalReason.UNAUTHENTICATED)));
        IntStream.range(10, 20).forEach(number -> giveUp(observer, number, Answers.notFound()));

        assertThat(err.toString(UTF_8).lines().filter(line -> line.startsWith("error: ")))
                .containsExactly("error: refused: " + Batches.numbered(0), "error: not found: " + Batches.numbered(10));
    }

    @Test
    void ofAFewEachIsTold() {
        WaitDispatcher observer = observer(ProgressView.FEW);

        IntStream.range(0, ProgressView.FEW).forEach(number -> giveUp(observer, number, Answers.notFound()));

        assertThat(err.toString(UTF_8).lines().filter(line -> line.startsWith("error: ")))
                .hasSize(ProgressView.FEW);
    }

    private void giveUp(WaitDispatcher observer, int number, BatchStatusAnswer answer) {
        observer.on(new WatchEvent.Ended(
                Batches.numbered(number), time.instant(), new WatchEnding.GaveUp(answer, Optional.empty(), 1)));
    }

    @Test
    void saysNothingAfterItsLastWords() {
        WaitDispatcher observer = observer(2);
        observer.interrupt();
        String last = out.toString(UTF_8) + err.toString(UTF_8);

        observer.begin(Optional.empty());
        giveUp(observer, 1, Answers.notFound());
        throttle(observer, 1, Duration.ofSeconds(57));
        observer.tick();
        observer.interrupt();
        observer.end();

        assertThat(last)
                .contains("\"summary\"")
                .endsWith("devicebatch wait " + Batches.numbered(0) + " " + Batches.numbered(1) + "\n");
        assertThat(out.toString(UTF_8) + err.toString(UTF_8)).isEqualTo(last);
    }

    @Test
    void saysHowToGoOnAlsoWhereNobodyReadsTheResults() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        observer(2, closed).interrupt();

        assertThat(err.toString(UTF_8)).startsWith("interrupted after 0s: 2 batches still running\n");
    }

    private WaitDispatcher observer(int batches) {
        return observer(batches, out);
    }

    private WaitDispatcher observer(int batches, OutputStream stream) {
        List<BatchReference> all =
                IntStream.range(0, batches).mapToObj(Batches::numbered).toList();
        Messages messages = new Messages(new PrintStream(err, true, UTF_8), TextStyle.PLAIN, Messages.Verbosity.NORMAL);
        var again = new ResumeCommand("devicebatch", List.of(), Optional.empty(), false);
        return new WaitDispatcher(
                new WaitOutputs(
                        new WaitState(all, time.instant()),
                        new OutageTracker(words),
                        new JsonLinesReport(new StandardOutput(stream), DeviceFilter.ALL, time),
                        new ProgressView.Silent(),
                        messages,
                        words),
                new WaitSummaryMessage(messages, new WaitText(words.clock()), again, false));
    }
}
