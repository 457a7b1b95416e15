package io.github.devicebatch.cli.wait;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.JsonSchema;
import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.Parsed;
import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged command waits. */
@Execution(ExecutionMode.CONCURRENT)
class WaitIT {

    private static final String REFERENCE = Batches.REFERENCE.toString();
    private static final Reply QUEUED = Reply.describing(Batches.queued());

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        partnerCenter.close();
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

        Ran ran = command().run("wait", REFERENCE, "--interval=100ms", "--timeout=6s", "-o", "jsonl", "-v");

        assertThat(ran.exitCode()).isEqualTo(exitCode);
        List<JsonObject> events = Parsed.lines(ran.out());
        assertThat(events)
                .allSatisfy(event ->
                        assertThat(JsonSchema.ofEvent().objections(event)).isEmpty());
        assertThat(events.getLast().getInt("exitCode")).isEqualTo(exitCode);
    }

    @Test
    void ofSeveralBatchesTheWorstCodeWinsAndTheDocumentFitsItsSchema() throws Exception {
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
        String[] words = Stream.concat(
                        Stream.of("wait", "--interval=200ms", "--timeout=10m", "--rate=none", "-q", "-ojson"),
                        Stream.iterate(0, number -> number < 20, number -> number + 1)
                                .map(number -> Batches.numbered(number).toString()))
                .toArray(String[]::new);

        Ran ran = command().run(words);

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err()).isEmpty();
        JsonObject document = Parsed.object(ran.out());
        assertThat(JsonSchema.ofWait().objections(document)).isEmpty();
        assertThat(document.getJsonObject("summary").getInt("someFailed")).isEqualTo(19);
        assertThat(document.getJsonObject("summary").getInt("timedOut")).isOne();
    }

    @Test
    void theCommandThatTakesItUpAgainWorksInAShell() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(QUEUED);
        PackagedCommand command = command();
        Path script = command.script();
        Ran ran = command.ended(command.start(List.of(
                script.toString(),
                "wait",
                REFERENCE,
                "--interval=1s",
                "--timeout=1s",
                "--customer",
                Batches.CUSTOMER.toString())));
        assertThat(ran.exitCode()).isEqualTo(124);
        String again = ran.err().substring(ran.err().indexOf("again:\n") + 7);

        partnerCenter.script(Batches.REFERENCE).then(Batches.finished());
        Ran resumed = command.ended(command.start(List.of("sh", "-c", again)));

        assertThat(resumed.exitCode()).isZero();
        assertThat(resumed.out()).startsWith("all registered  " + REFERENCE);
    }

    /** Two minutes, as a question may take at most, are more than this process is given. */
    @Test
    void aQuestionWithoutAnAnswerDoesNotOutlastTheTimeout() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Reply.silence());

        Ran ran = command().run("wait", REFERENCE, "--timeout=2s", "--request-timeout=2m");

        assertThat(ran.exitCode()).isEqualTo(124);
        assertThat(ran.out()).isEqualTo("timed out       " + REFERENCE + "\n  no status received in 1 request (unavailable)\n");
    }

    @Test
    void isHeldUpByAServiceThatIsAwayAndSaysSo() throws Exception {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Reply.throttled(Duration.ofSeconds(3)))
                .then(Batches.finished());

        Ran ran = command().run("wait", REFERENCE);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).containsOnlyOnce("throttled by Partner Center until ");
    }

    private PackagedCommand command() {
        return new PackagedCommand(folder).asking(partnerCenter);
    }
}
