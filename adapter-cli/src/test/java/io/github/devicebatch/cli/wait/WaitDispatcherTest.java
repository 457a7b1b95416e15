package io.github.devicebatch.cli.wait;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.SignInFlow;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.output.DeviceFilter;
import io.github.devicebatch.cli.output.json.JsonLinesReport;
import io.github.devicebatch.cli.progress.OutageTracker;
import io.github.devicebatch.cli.support.ParsedJson;
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
    private final UnavailableText unavailableText = new UnavailableText(new ClockFormat(time, ZoneOffset.UTC));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void reportsThrottlingOnceForAllRequests() {
        WaitDispatcher dispatcher = dispatcher(8);

        for (int number = 0; number < 8; number++) {
            throttle(dispatcher, number, Duration.ofSeconds(57));
            time.advance(Duration.ofMillis(50));
        }
        assertThat(ParsedJson.lines(out.toString(UTF_8)))
                .singleElement()
                .satisfies(event -> assertThat(event.getString("event")).isEqualTo("throttled"));

        time.advance(Duration.ofSeconds(57));
        throttle(dispatcher, 0, Duration.ofSeconds(57));
        assertThat(ParsedJson.lines(out.toString(UTF_8))).hasSize(2);
    }

    private static void throttle(WaitDispatcher dispatcher, int number, Duration retryAfter) {
        dispatcher.attempted(Batches.numbered(number), 1, Answers.throttled(retryAfter), Optional.of(retryAfter));
    }

    @Test
    void ofManyEqualFailuresOnlyTheFirstIsReported() {
        WaitDispatcher dispatcher = dispatcher(20);

        IntStream.range(0, 10)
                .forEach(number -> giveUp(dispatcher, number, Answers.refused(RefusalReason.UNAUTHENTICATED)));
        IntStream.range(10, 20).forEach(number -> giveUp(dispatcher, number, Answers.notFound()));

        assertThat(err.toString(UTF_8).lines().filter(line -> line.startsWith("error: ")))
                .containsExactly("error: refused: " + Batches.numbered(0), "error: not found: " + Batches.numbered(10));
    }

    @Test
    void eachOfAFewFailuresIsReported() {
        WaitDispatcher dispatcher = dispatcher(ProgressView.FEW);

        IntStream.range(0, ProgressView.FEW).forEach(number -> giveUp(dispatcher, number, Answers.notFound()));

        assertThat(err.toString(UTF_8).lines().filter(line -> line.startsWith("error: ")))
                .hasSize(ProgressView.FEW);
    }

    private void giveUp(WaitDispatcher dispatcher, int number, BatchStatusAnswer answer) {
        dispatcher.on(new WatchEvent.Ended(
                Batches.numbered(number), time.instant(), new WatchEnding.GaveUp(answer, Optional.empty(), 1)));
    }

    @Test
    void writesNothingAfterAnInterrupt() {
        WaitDispatcher dispatcher = dispatcher(2);
        dispatcher.interrupt();
        String last = out.toString(UTF_8) + err.toString(UTF_8);

        dispatcher.begin(Optional.empty());
        giveUp(dispatcher, 1, Answers.notFound());
        throttle(dispatcher, 1, Duration.ofSeconds(57));
        dispatcher.tick();
        dispatcher.interrupt();
        dispatcher.end();

        assertThat(last)
                .contains("\"summary\"")
                .endsWith("devicebatch wait " + Batches.numbered(0) + " " + Batches.numbered(1) + "\n");
        assertThat(out.toString(UTF_8) + err.toString(UTF_8)).isEqualTo(last);
    }

    @Test
    void writesHowToResumeIfStandardOutputIsClosed() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        dispatcher(2, closed).interrupt();

        assertThat(err.toString(UTF_8)).startsWith("interrupted after 0s: 2 batches not answered\n");
    }

    private WaitDispatcher dispatcher(int batches) {
        return dispatcher(batches, out);
    }

    private WaitDispatcher dispatcher(int batches, OutputStream stream) {
        List<BatchReference> all =
                IntStream.range(0, batches).mapToObj(Batches::numbered).toList();
        Messages messages = new Messages(new PrintStream(err, true, UTF_8), TextStyle.PLAIN, Messages.Verbosity.NORMAL);
        var resume = new ResumeCommand("devicebatch", "wait", List.of(), Optional.empty(), false);
        return new WaitDispatcher(
                new WaitOutputs(
                        new WaitState(all, time.instant()),
                        new OutageTracker(unavailableText),
                        new JsonLinesReport(new StandardOutput(stream), DeviceFilter.ALL, time),
                        new ProgressView.Silent(),
                        messages,
                        unavailableText,
                        SignInFlow.GIVEN_TOKEN),
                new WaitSummaryMessage(messages, new WaitText(unavailableText.clock()), resume, false),
                Duration.ZERO);
    }
}
