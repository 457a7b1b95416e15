package io.github.devicebatch.cli.wait;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.OutputSchema;
import io.github.devicebatch.cli.support.ParsedJson;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.cli.terminal.HostProcess;
import io.github.devicebatch.cli.terminal.ShutdownHooks;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.Devices;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(FakePartnerCenterExtension.class)
class WaitRunnerTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();
    private static final String OTHER = Batches.anotherBatch().toString();

    private final FakePartnerCenter partnerCenter;
    private final CommandTester tester;

    WaitRunnerTest(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
        this.tester = CommandTester.asking(partnerCenter);
    }

    @Test
    void theWorstExitCodeIsUsed() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finishedWithOneFailure());
        partnerCenter.script(Batches.anotherBatch()).then(Reply.empty(404));

        RunResult result = tester.run("wait", REFERENCE, OTHER, REFERENCE, "--concurrency", "1");

        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.out())
                .contains("not found       " + OTHER)
                .endsWith(
                        "\n\n3 devices: 2 registered, 1 failed\n2 batches: 1 some failed, 1 not found\nnext: devicebatch explain 808\n");
        assertThat(partnerCenter.requestCount()).isEqualTo(2);
    }

    @Test
    void failFastStopsAtTheFirstFailure() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finishedWithOneFailure());
        partnerCenter
                .script(Batches.anotherBatch())
                .then(Batches.queued(Batches.anotherBatch().tracking()));

        RunResult result = tester.run("wait", OTHER, REFERENCE, "--fail-fast", "--concurrency", "1");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.out())
                .contains("\n\nstopped         " + OTHER + "  queued; 1 request\n")
                .endsWith("\n2 batches: 1 some failed, 1 stopped\nnext: devicebatch explain 808\n");
    }

    @Test
    void aRefusalThatConcernsTheCallerEndsTheWait() {
        IntStream.range(0, 2_000)
                .forEach(
                        number -> partnerCenter.script(Batches.numbered(number)).then(Reply.empty(401)));
        String references = IntStream.range(0, 2_000)
                .mapToObj(number -> Batches.numbered(number).toString())
                .collect(Collectors.joining("\n"));

        RunResult result = tester.input(references).run("wait", "-", "--concurrency=1");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(partnerCenter.requestCount()).isOne();
        assertThat(result.err())
                .containsOnlyOnce("error: ")
                .contains("\nrefused after 0s: 2000 batches not complete: 1999 not asked, 1 refused\n");
        assertThat(result.out()).containsOnlyOnce("refused ").endsWith("2000 batches: 1 refused, 1999 not asked\n");
    }

    @ParameterizedTest
    @CsvSource({"806, 0, all registered", "808, 3, some failed"})
    void anAcceptedErrorIsNoFailure(String accepted, int exitCode, String headline) {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Batches.processing())
                .then(Batches.finished(
                        Batches.TRACKING,
                        Devices.registered("SN-1"),
                        Devices.failed("SN-2", "806", "ZtdDeviceAlreadyAssigned")));

        RunResult result = tester.run("wait", REFERENCE, "--accept", accepted);

        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.out()).startsWith(headline);
        assertThat(result.err().contains("finished, 2 of 2 processed, 1 accepted"))
                .isEqualTo(exitCode == 0);
    }

    @Test
    void aTimeoutIsNoFailureForFailFast() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
        partnerCenter
                .script(Batches.anotherBatch())
                .then(Batches.queued(Batches.anotherBatch().tracking()));

        RunResult result = tester.run("wait", OTHER, REFERENCE, "--fail-fast", "--concurrency=1", "--timeout=1s");

        assertThat(result.exitCode()).isEqualTo(124);
        assertThat(result.out()).endsWith("\n2 batches: 2 timed out\n");
    }

    /** The batch is final after 44 seconds; a regular request would come after 66 seconds. */
    @Test
    void aBatchThatIsFinalBeforeTheTimeoutIsNotReportedAsTimedOut() {
        try (FakePartnerCenter inVirtualTime = FakePartnerCenter.start(tester.time)) {
            inVirtualTime
                    .timeline(Batches.REFERENCE)
                    .from(Duration.ZERO, Batches.processing())
                    .from(Duration.ofSeconds(44), Batches.finishedWithOneFailure());

            RunResult result = CommandTester.asking(inVirtualTime, tester.time).run("wait", REFERENCE, "--timeout=60s");

            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.out()).startsWith("some failed ");
            assertThat(inVirtualTime.requestCount()).isBetween(6L, 7L);
        }
    }

    /** A termination signal in the third pause. */
    @Nested
    class Interrupted {

        private final AtomicReference<Runnable> hook = new AtomicReference<>();

        @BeforeEach
        void signalInTheThirdPause() {
            partnerCenter.script(Batches.REFERENCE).then(Batches.queued()).then(Batches.processing());
            tester.in(new HostProcess(this::register, (period, action) -> () -> {}, Optional::empty))
                    .pausing(duration -> {
                        if (tester.time.pauses().size() == 2) {
                            Thread.ofPlatform().start(hook.get());
                            new CountDownLatch(1).await();
                        }
                        tester.time.pause(duration);
                    });
        }

        private ShutdownHooks.Registration register(Runnable registered) {
            hook.set(registered);
            return () -> hook.set(() -> {});
        }

        @Test
        void writesTheStateAndHowToResume() {
            RunResult result = tester.run("wait", REFERENCE, "--timeout", "2h", "--rate=1/s");

            assertThat(result.exitCode()).isEqualTo(130);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .containsPattern("\ninterrupted after 1\\ds: 1 batch still running\n")
                    .endsWith("\n  " + REFERENCE
                            + "  processing, 1 of 3 processed; 3 requests\nto resume:\ndevicebatch wait "
                            + REFERENCE + " --timeout 2h --rate 1/s\n");
        }

        @Test
        void completesTheJsonDocument() throws Exception {
            RunResult result = tester.run("wait", REFERENCE, "-o", "json");

            assertThat(OutputSchema.ofWait().errors(ParsedJson.object(result.out())))
                    .isEmpty();
            assertThat(ParsedJson.object(result.out()).getValue("/results/0/ending"))
                    .hasToString("\"interrupted\"");
            assertThat(ParsedJson.object(result.out()).getValue("/results/0/counts/unsettled"))
                    .hasToString("2");
            assertThat(ParsedJson.object(result.out()).getValue("/summary/exitCode"))
                    .hasToString("null");
        }

        @Test
        void endsJsonLinesWithASummary() throws Exception {
            RunResult result = tester.run("wait", REFERENCE, "-o", "jsonl");

            assertThat(ParsedJson.lines(result.out()).getLast().getString("event"))
                    .isEqualTo("summary");
            assertThat(ParsedJson.lines(result.out()).getLast().getInt("interrupted"))
                    .isOne();
            assertThat(result.out()).endsWith("}\n");
        }

        @Test
        void writesNothingWhenQuiet() {
            assertThat(tester.run("wait", REFERENCE, "-q")).isEqualTo(new RunResult(130, "", ""));
        }

        @Test
        void statusWritesNothing() {
            partnerCenter.script(Batches.REFERENCE).then(Reply.status(429));

            RunResult result = tester.run("status", REFERENCE, "-q");

            assertThat(result).isEqualTo(new RunResult(130, "", ""));
        }
    }
}
