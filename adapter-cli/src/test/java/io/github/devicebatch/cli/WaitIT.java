package io.github.devicebatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.message.ShellQuoting;
import io.github.devicebatch.cli.support.OutputSchema;
import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.ParsedJson;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.cli.support.TerminalScreen;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged command {@code wait}. */
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(FakePartnerCenterExtension.class)
class WaitIT {

    private static final String REFERENCE = Batches.REFERENCE.toString();
    private static final Reply QUEUED = Reply.describing(Batches.queued());

    private final FakePartnerCenter partnerCenter;

    @TempDir
    private Path folder;

    WaitIT(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                Arguments.of(0, List.of(QUEUED, Reply.empty(503), Reply.describing(Batches.finished()))),
                Arguments.of(2, List.of(QUEUED, Reply.empty(400))),
                Arguments.of(3, List.of(QUEUED, Reply.documentedExample())),
                Arguments.of(4, List.of(QUEUED, Reply.empty(401))),
                Arguments.of(5, List.of(Reply.empty(404))),
                Arguments.of(7, List.of(Reply.empty(302))),
                Arguments.of(124, List.of(QUEUED)));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void theEndingIsTheExitCode(int exitCode, List<Reply> replies) throws Exception {
        replies.forEach(partnerCenter.script(Batches.REFERENCE)::then);

        RunResult result = command().run("wait", REFERENCE, "--interval=100ms", "--timeout=6s", "-o", "jsonl", "-v");

        assertThat(result.exitCode()).isEqualTo(exitCode);
        List<JsonObject> events = ParsedJson.lines(result.out());
        assertThat(events)
                .allSatisfy(event ->
                        assertThat(OutputSchema.ofEvent().errors(event)).isEmpty());
        assertThat(events.getLast().getInt("exitCode")).isEqualTo(exitCode);
    }

    @Test
    void returnsTheWorstExitCodeOfSeveralBatchesAndAValidDocument() throws Exception {
        for (int number = 0; number < 20; number++) {
            BatchReference batch = Batches.numbered(number);
            partnerCenter
                    .script(batch)
                    .then(Batches.queued(batch.tracking()))
                    .then(Batches.processing(batch.tracking()))
                    .then(Batches.finishedWithOneFailure(batch.tracking()));
        }
        partnerCenter
                .script(Batches.numbered(7))
                .then(Batches.queued(Batches.numbered(7).tracking()))
                // longer than there is time, so that its wait ends there and then, however slow this machine is
                .then(Reply.status(503).retryAfter("3600"));
        String[] arguments = Stream.concat(
                        Stream.of("wait", "--interval=200ms", "--timeout=10m", "--rate=none", "-q", "-ojson"),
                        Stream.iterate(0, number -> number < 20, number -> number + 1)
                                .map(number -> Batches.numbered(number).toString()))
                .toArray(String[]::new);

        RunResult result = command().run(arguments);

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).isEmpty();
        JsonObject document = ParsedJson.object(result.out());
        assertThat(OutputSchema.ofWait().errors(document)).isEmpty();
        assertThat(document.getJsonObject("summary").getInt("someFailed")).isEqualTo(19);
        assertThat(document.getJsonObject("summary").getInt("timedOut")).isOne();
    }

    @Test
    void theResumeCommandWorksInAShell() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(QUEUED);
        PackagedCommand command = command();
        Path script = command.script();
        RunResult result = command.ended(command.start(List.of(
                script.toString(),
                "wait",
                REFERENCE,
                "--interval=1s",
                "--timeout=5s",
                "--customer",
                Batches.CUSTOMER.toString())));
        assertThat(result.exitCode()).isEqualTo(124);
        String again = result.err().substring(result.err().indexOf("resume:\n") + 8);

        partnerCenter.script(Batches.REFERENCE).then(Batches.finished());
        RunResult resumed = command.ended(command.start(List.of("sh", "-c", again)));

        assertThat(resumed.exitCode()).isZero();
        assertThat(resumed.out()).startsWith("all registered  " + REFERENCE);
    }

    static Stream<Arguments> lastAnswers() {
        return Stream.of(
                Arguments.of(0, Reply.describing(Batches.finished())),
                Arguments.of(3, Reply.documentedExample()),
                Arguments.of(124, QUEUED));
    }

    /** The second request of the schedule would be sent after 30 seconds: the batch ends between the first one and the timeout. */
    @ParameterizedTest
    @MethodSource("lastAnswers")
    void oneLastRequestAtTheTimeoutDecides(int exitCode, Reply lastAnswer) throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(QUEUED).then(lastAnswer);

        RunResult result = command().run("wait", REFERENCE, "--interval=30s", "--timeout=3s");

        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(partnerCenter.requestCount()).isEqualTo(2);
    }

    /** The request timeout of two minutes is longer than this process may run. */
    @Test
    void aRequestWithoutAResponseEndsAtTheTimeout() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Reply.silence());

        RunResult result = command().run("wait", REFERENCE, "--timeout=2s", "--request-timeout=2m");

        assertThat(result.exitCode()).isEqualTo(124);
        assertThat(result.out())
                .startsWith("timed out       " + REFERENCE + "  no status received in 2 requests (unavailable)\n");
    }

    @Test
    void reportsThrottlingOnce() throws Exception {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Reply.throttled(Duration.ofSeconds(3)))
                .then(Batches.finished());

        RunResult result = command().run("wait", REFERENCE);

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).containsOnlyOnce("throttled by Partner Center (HTTP 429) until ");
    }

    private PackagedCommand command() {
        return new PackagedCommand(folder).asking(partnerCenter);
    }

    /** Closed, full and terminal streams. */
    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Streams {

        @Test
        void exitsWithoutAMessageIfThePipeIsClosed() throws Exception {
            partnerCenter.script(Batches.REFERENCE).then(QUEUED);

            RunResult result = command()
                    .runInShell(
                            "{ \"$@\"; echo \"ended with $?\" >&2; } | head -1",
                            "wait",
                            REFERENCE,
                            "--interval=100ms",
                            "-ojsonl",
                            "-q");

            assertThat(result.out())
                    .startsWith("{\"schema\":\"devicebatch.event/1\",\"event\":\"started\"")
                    .hasLineCount(1);
            assertThat(result.err()).isEqualTo("ended with 141\n");
        }

        @ParameterizedTest
        @CsvSource({"2>&-, 0", "2>/dev/full, 0", ">/dev/null 2>&-, 0", ">&- 2>&-, 2"})
        @EnabledIf("hasAFullDevice")
        void theExitCodeDoesNotDependOnStandardError(String redirections, int exitCode) throws Exception {
            partnerCenter.script(Batches.REFERENCE).then(QUEUED).then(Batches.finished());

            RunResult result = command().runInShell("\"$@\" " + redirections, "wait", REFERENCE, "--interval=100ms");

            assertThat(result.exitCode()).isEqualTo(exitCode);
            assertThat(result.err()).isEmpty();
        }

        static boolean hasAFullDevice() {
            return Files.exists(Path.of("/dev/full"));
        }

        @ParameterizedTest
        @CsvSource({"NO_COLOR, 1, true", "TERM, xterm, true", "TERM, dumb, false", "CI, true, false"})
        @EnabledIf("hasScript")
        void updatesInPlaceOnATerminalThatSupportsIt(String variable, String value, boolean isDrawnUpon)
                throws Exception {
            partnerCenter.script(Batches.REFERENCE).then(QUEUED).then(QUEUED).then(Batches.finished());
            PackagedCommand command = command().with("TERM", "xterm").with(variable, value);

            RunResult result = command.ended(command.start(List.of(
                    "script",
                    "-qec",
                    ShellQuoting.quote(command.script().toString()) + " wait " + REFERENCE + " --interval=300ms",
                    "/dev/null")));

            assertThat(result.exitCode()).isZero();
            assertThat(result.out().contains("\u001b[K")).isEqualTo(isDrawnUpon);
            assertThat(result.out().contains("\u001b[1m"))
                    .isEqualTo(!variable.equals("NO_COLOR") && !value.equals("dumb"));
            List<String> screen = TerminalScreen.after(result.out(), 200);
            assertThat(screen.getLast()).isEmpty();
            assertThat(screen).anyMatch(line -> line.startsWith("all registered  " + Batches.TRACKING));
            assertThat(screen.stream().anyMatch(line -> line.contains("queued")))
                    .isEqualTo(!isDrawnUpon);
        }

        static boolean hasScript() throws Exception {
            Process script = new ProcessBuilder("sh", "-c", "script -qec true /dev/null")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(script.getInputStream().readAllBytes(), UTF_8);
            return script.waitFor() == 0 && said.isEmpty();
        }
    }
}
