package io.github.devicebatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.PartnerTenant;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.cli.support.Signal;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.oauth.DeviceCodePoll;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(FakePartnerCenterExtension.class)
class SignalIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void endsAPendingRequestAndTellsHowToGoOn(Signal signal, int exitCode, FakePartnerCenter partnerCenter)
            throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finished());
        partnerCenter.script(Batches.anotherBatch()).then(Reply.silence());
        var command = new PackagedCommand(folder).asking(partnerCenter);
        Process asking = command.start(
                "status", Batches.REFERENCE.toString(), Batches.anotherBatch().toString());
        assertThat(asking.inputReader(UTF_8).readLine()).startsWith("all registered");

        signal.send(asking);

        RunResult ended = command.ended(asking);
        assertThat(ended.exitCode()).isEqualTo(exitCode);
        assertThat(ended.err())
                .matches("interrupted after \\ds: 1 of 2 batches answered\nto go on with the others:\n"
                        + "devicebatch status " + Batches.anotherBatch() + "\n");
    }

    @ParameterizedTest
    @CsvSource({"TERM, 100, 143", "INT, 100, 130", "INT, 120, 130"})
    void endsARequestThatWaits(Signal signal, int retryAfterSeconds, int exitCode, FakePartnerCenter partnerCenter)
            throws Exception {
        // 100 seconds make the first question pause, 120 end it and make the second one wait for its turn.
        partnerCenter.script(Batches.REFERENCE).then(Reply.throttled(Duration.ofSeconds(retryAfterSeconds)));
        partnerCenter.script(Batches.anotherBatch()).then(Batches.finished());
        var command = new PackagedCommand(folder).asking(partnerCenter);
        String reference = Batches.REFERENCE.toString();
        String other = Batches.anotherBatch().toString();
        Process asking = command.startInShell("exec \"$@\" 2>&1", "status", reference, other, "--concurrency=1");
        assertThat(asking.inputReader(UTF_8)
                        .lines()
                        .filter(line -> line.endsWith("; waiting"))
                        .findFirst())
                .hasValueSatisfying(line -> assertThat(line).startsWith("throttled by Partner Center until "));

        signal.send(asking);

        RunResult ended = command.ended(asking);
        assertThat(ended.exitCode()).isEqualTo(exitCode);
        assertThat(ended.out())
                .matches("interrupted after \\ds: [01] of 2 batches answered\nto go on with the others:\n"
                        + "devicebatch status (" + reference + " )?" + other + " --concurrency 1\n");
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void endsAWaitWithItsStatusAndTheResumeCommand(Signal signal, int exitCode, FakePartnerCenter partnerCenter)
            throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Batches.processing());
        var command = new PackagedCommand(folder).asking(partnerCenter);
        String reference = Batches.REFERENCE.toString();
        Process waiting = command.start("wait", reference, "--output=jsonl", "--timeout", "none");
        assertThat(waiting.inputReader(UTF_8)
                        .lines()
                        .filter(line -> line.contains("\"changed\""))
                        .findFirst())
                .isPresent();

        signal.send(waiting);

        RunResult ended = command.ended(waiting);
        assertThat(ended.exitCode()).isEqualTo(exitCode);
        assertThat(ended.out().lines())
                .satisfiesExactly(
                        finished -> assertThat(finished).contains("\"finished\"", "\"ending\":\"interrupted\""),
                        summary -> assertThat(summary).contains("\"summary\"", "\"exitCode\":null"));
        assertThat(ended.err())
                .endsWith("\n  " + reference + "  processing, 1 of 3 processed; 1 request\nto resume:\n"
                        + "devicebatch wait " + reference + " --output jsonl --timeout none\n");
    }

    @Test
    void anInterruptEndsTheFakeWith130() throws Exception {
        var fake = new PackagedCommand(folder);
        Process serving = fake.start("fake");
        assertThat(serving.inputReader(UTF_8).readLine()).startsWith("listening on ");

        Signal.INT.send(serving);

        assertThat(fake.ended(serving).exitCode()).isEqualTo(130);
    }

    /** Signals during a sign-in. */
    @Nested
    class Login {

        private PartnerTenant partner;

        @BeforeEach
        void start() throws IOException {
            partner = new PartnerTenant(folder).checkingTokens();
        }

        @AfterEach
        void stop() {
            partner.close();
        }

        @ParameterizedTest
        @CsvSource({"INT, 130", "TERM, 143"})
        void aSignalEndsASignInAndLeavesTheFileUnchanged(Signal signal, int exitCode) throws Exception {
            Path file = Path.of(partner.refreshTokenFile());
            String before = Files.readString(file);
            partner.tokens().deviceCodes().polls(DeviceCodePoll.PENDING);
            PackagedCommand command = partner.command(folder);
            Process login = command.startInShell("exec \"$@\" 2>&1", "login", "--refresh-token-file", file.toString());
            awaitLine(login, "Ctrl-C cancels");

            signal.send(login);

            assertThat(command.ended(login))
                    .isEqualTo(new RunResult(exitCode, "\ncancelled; " + file + " is unchanged\n", ""));
            assertThat(Files.readString(file)).isEqualTo(before);
            assertThat(filesBeside(file)).containsExactlyInAnyOrder("refresh-token", "refresh-token.lock");
        }

        @ParameterizedTest
        @CsvSource({"INT, 130", "TERM, 143"})
        void aSignalEndsTheTokenCommand(Signal signal, int exitCode) throws Exception {
            PackagedCommand command = partner.command(folder);
            Process asking = command.startInShell(
                    "exec \"$@\" 2>&1",
                    "status",
                    Batches.REFERENCE.toString(),
                    "--token-command",
                    "echo $$ >&2; exec sleep 1000");
            long pid = Long.parseLong(asking.inputReader(UTF_8).readLine());

            signal.send(asking);

            assertThat(command.ended(asking)).isEqualTo(new RunResult(exitCode, "", ""));
            assertThat(ProcessHandle.of(pid).flatMap(process -> process.info().command()))
                    .isEmpty();
        }

        private static void awaitLine(Process process, String text) {
            assertThat(process.inputReader(UTF_8)
                            .lines()
                            .filter(line -> line.contains(text))
                            .findFirst())
                    .isPresent();
        }

        private static List<String> filesBeside(Path file) throws IOException {
            try (var files = Files.list(file.getParent())) {
                return files.map(Path::getFileName).map(Path::toString).toList();
            }
        }
    }
}
