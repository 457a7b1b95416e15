package io.github.devicebatch.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.cli.terminal.ClockFormat;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class StatusProgressTest {

    private static final Duration LONG = Duration.ofMillis(3_500);

    private final ManualTime time = ManualTime.start();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StatusProgress progress = new StatusProgress(
            new Messages(new PrintStream(err, false, UTF_8), TextStyle.PLAIN, Messages.Verbosity.NORMAL),
            new UnavailableText(new ClockFormat(time, ZoneId.of("Europe/Paris"))),
            time);

    @Test
    void reportsALongPauseThatNoAttemptHasAnnounced() throws InterruptedException {
        progress.pause(LONG);
        progress.pause(Duration.ofSeconds(2));

        assertThat(err.toString(UTF_8)).isEqualTo("waiting 3.5s because of --rate\n");
        assertThat(time.pauses()).containsExactly(LONG, Duration.ofSeconds(2));
    }

    @Test
    void reportsAnAnnouncedPauseOnce() throws InterruptedException {
        progress.attempted(Batches.REFERENCE, 1, Answers.unavailable(UnavailabilityCause.TIMED_OUT), Optional.of(LONG));
        progress.pause(LONG);

        assertThat(err.toString(UTF_8)).isEqualTo("Partner Center did not respond in time; retrying in 3.5s\n");
    }

    @Test
    void reportsThrottlingOfAllRequestsOnce() throws InterruptedException {
        for (int number = 0; number < 3; number++) {
            progress.attempted(
                    Batches.numbered(number), 1, Answers.throttled(Duration.ofSeconds(57)), Optional.of(LONG));
            time.advance(Duration.ofMillis(50));
        }
        assertThat(err.toString(UTF_8)).isEqualTo("throttled by Partner Center until 10:00:57; waiting\n");

        time.advance(Duration.ofMinutes(1));
        err.reset();
        for (int number = 0; number < 4; number++) {
            progress.pause(LONG);
        }
        assertThat(err.toString(UTF_8)).isEqualTo("waiting 3.5s because of --rate\n");
    }

    @Test
    void reportsWhyTheNextRequestWaits() throws InterruptedException {
        progress.attempted(Batches.REFERENCE, 1, Answers.throttled(Duration.ofSeconds(57)), Optional.empty());
        progress.pause(Duration.ofSeconds(57));

        assertThat(err.toString(UTF_8)).isEqualTo("throttled by Partner Center until 10:00:57; waiting\n");
    }

    /** Progress and retries as printed by the subcommand. */
    @Nested
    @ExtendWith(FakePartnerCenterExtension.class)
    class InStatus {

        private static final String REFERENCE = Batches.REFERENCE.toString();
        private static final String OTHER = Batches.anotherBatch().toString();
        private static final Duration MINUTE_ALMOST = Duration.ofSeconds(57);

        private final FakePartnerCenter partnerCenter;
        private final CommandTester tester;

        InStatus(FakePartnerCenter partnerCenter) {
            this.partnerCenter = partnerCenter;
            this.tester = CommandTester.asking(partnerCenter).with("DEVICEBATCH_CONCURRENCY", "1");
        }

        @Test
        void logsEachAttemptIfVerbose() {
            partnerCenter
                    .script(Batches.REFERENCE)
                    .then(Reply.empty(503))
                    .then(Reply.describing(Batches.finished()).truncatedAfter(40))
                    .then(Batches.finished());

            assertThat(tester.run("status", REFERENCE, "-v").err().lines())
                    .satisfiesExactly(
                            route -> assertThat(route).isEqualTo("connection to 127.0.0.1: direct (no proxy is set)"),
                            first -> assertThat(first)
                                    .matches("attempt 1 of " + REFERENCE + ": HTTP 503; next attempt in 0\\.\\ds"),
                            second -> assertThat(second)
                                    .startsWith("attempt 2 of " + REFERENCE
                                            + ": the connection broke before the answer was whole; next attempt in "),
                            third -> assertThat(third).isEqualTo("attempt 3 of " + REFERENCE + ": HTTP 200"),
                            request -> assertThat(request)
                                    .startsWith(
                                            "request for " + REFERENCE + ": all registered, HTTP 200, 3 attempts, "));
        }

        @Test
        void doesNotReportAShortPause() {
            partnerCenter.script(Batches.REFERENCE).then(Reply.empty(503)).then(Batches.finished());

            assertThat(tester.run("status", REFERENCE).err()).isEmpty();
        }

        @Test
        void reportsUntilWhenItIsThrottledUnlessQuiet() {
            assertThat(throttledOnce()).isEqualTo("throttled by Partner Center until 09:00:57 UTC; waiting\n");
            assertThat(throttledOnce("-q")).isEmpty();
            assertThat(throttledOnce("-v")).contains("; next attempt in 5").doesNotContain("waiting");
        }

        private String throttledOnce(String... options) {
            partnerCenter
                    .script(Batches.REFERENCE)
                    .then(Reply.throttled(MINUTE_ALMOST))
                    .then(Batches.finished());
            RunResult result = CommandTester.asking(partnerCenter)
                    .run(Stream.concat(Stream.of("status", REFERENCE), Stream.of(options))
                            .toArray(String[]::new));
            assertThat(result.exitCode()).isZero();
            return result.err();
        }

        @Test
        void reportsAFailingServiceBeforeItGivesUp() {
            partnerCenter.script(Batches.REFERENCE).then(Reply.empty(503));

            RunResult result = tester.run("status", REFERENCE);

            assertThat(result.exitCode()).isEqualTo(6);
            assertThat(result.err())
                    .containsPattern("Partner Center is failing; retrying in \\d(\\.\\d)?s\nerror: unavailable: ")
                    .containsPattern(
                            "\nwhy: Partner Center is failing: HTTP 503; 4 attempts in \\d(\\.\\d)?s: failing, failing, failing, failing\n");
            assertThat(result.out()).containsPattern("\n  Partner Center is failing; 4 attempts in [^\n]*\n$");
        }

        @Test
        void reportsWhyTheNextRequestWaits() {
            partnerCenter.script(Batches.REFERENCE).then(Reply.throttled(MINUTE_ALMOST));
            partnerCenter
                    .script(Batches.anotherBatch())
                    .then(Batches.queued(Batches.anotherBatch().tracking()));

            RunResult result = tester.run("status", REFERENCE, OTHER);

            assertThat(result.exitCode()).isEqualTo(6);
            assertThat(result.err())
                    .contains("; 3 attempts in 1m 5")
                    .containsPattern(
                            "request id: [^\n]*\nthrottled by Partner Center until 09:02:\\d\\d UTC; waiting\n$");
            assertThat(result.out()).contains("pending         " + OTHER);
        }

        @Test
        void longThrottlingStopsAllRequests() {
            partnerCenter.script(Batches.REFERENCE).then(Reply.throttled(Duration.ofHours(24)));

            RunResult result = tester.run("status", REFERENCE, OTHER);

            assertThat(result.err())
                    .contains("why: throttled by Partner Center until 2026-01-06 09:00:00 UTC: HTTP 429")
                    .contains("until 2026-01-06 09:00:00 UTC: Partner Center throttled an earlier request for longer")
                    .contains("try: retry after that time, and more slowly, for example with --rate 1/s\n");
            assertThat(partnerCenter.requests()).hasSize(1);
        }

        @Test
        void waitsWhileTheCircuitIsOpen() {
            numbered(4).forEach(batch -> partnerCenter.script(batch).then(Reply.empty(503)));

            RunResult result = tester.run(command(4));

            assertThat(result.exitCode()).isEqualTo(6);
            assertThat(result.err())
                    .containsPattern(
                            "\nPartner Center failed repeatedly; no requests are sent until 09:00:\\d\\d UTC; waiting\n")
                    .contains("why: Partner Center is failing: HTTP 503; 4 attempts in ");
            assertThat(tester.time.instant()).isBetween(at("09:01:30"), at("09:03:00"));
        }

        private static Instant at(String time) {
            return Instant.parse("2026-01-05T" + time + "Z");
        }

        @Test
        void reportsAnExhaustedRetryBudget() {
            numbered(5).forEach(batch -> partnerCenter.script(batch).then(Reply.empty(429)));

            assertThat(tester.run(command(5)).err())
                    .contains("not retried, because the budget for retries is used up")
                    .contains("try: retry in a minute, and more slowly, for example with --rate 1/s\n");
        }

        private static String[] command(int references, String... options) {
            return Stream.of(
                            Stream.of("status"),
                            references == 1
                                    ? Stream.of(REFERENCE)
                                    : numbered(references).map(BatchReference::toString),
                            Stream.of(options))
                    .flatMap(Function.identity())
                    .toArray(String[]::new);
        }

        private static Stream<BatchReference> numbered(int references) {
            return IntStream.range(0, references).mapToObj(Batches::numbered);
        }
    }
}
