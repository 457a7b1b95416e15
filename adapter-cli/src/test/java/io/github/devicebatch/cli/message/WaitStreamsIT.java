package io.github.devicebatch.cli.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.cli.support.Screen;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged command waits, and its streams are what they are. */
@Execution(ExecutionMode.CONCURRENT)
class WaitStreamsIT {

    private static final String REFERENCE = Batches.REFERENCE.toString();
    private static final Reply QUEUED = Reply.describing(Batches.queued());

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        partnerCenter.close();
    }

    @Test
    void aClosedPipeEndsItQuietly() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(QUEUED);

        Ran ran = command()
                .runInShell(
                        "{ \"$@\"; echo \"ended with $?\" >&2; } | head -1",
                        "wait",
                        REFERENCE,
                        "--interval=100ms",
                        "-ojsonl",
                        "-q");

        assertThat(ran.out())
                .startsWith("{\"schema\":\"devicebatch.event/1\",\"event\":\"started\"")
                .hasLineCount(1);
        assertThat(ran.err()).isEqualTo("ended with 141\n");
    }

    @ParameterizedTest
    @CsvSource({"2>&-, 0", "2>/dev/full, 0", ">/dev/null 2>&-, 0", ">&- 2>&-, 2"})
    @EnabledIf("hasAFullDevice")
    void standardErrorIsNoConditionForTheRest(String redirections, int exitCode) throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(QUEUED).then(Batches.finished());

        Ran ran = command().runInShell("\"$@\" " + redirections, "wait", REFERENCE, "--interval=100ms");

        assertThat(ran.exitCode()).isEqualTo(exitCode);
        assertThat(ran.err()).isEmpty();
    }

    static boolean hasAFullDevice() {
        return Files.exists(Path.of("/dev/full"));
    }

    @ParameterizedTest
    @CsvSource({"NO_COLOR, 1, true", "TERM, xterm, true", "TERM, dumb, false", "CI, true, false"})
    @EnabledIf("hasScript")
    void aTerminalIsDrawnUponWhereNobodyKeepsALog(String variable, String value, boolean isDrawnUpon) throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(QUEUED).then(QUEUED).then(Batches.finished());
        PackagedCommand command = command().with("TERM", "xterm").with(variable, value);

        Ran ran = command.ended(command.start(List.of(
                "script",
                "-qec",
                ShellQuoting.quote(command.script().toString()) + " wait " + REFERENCE + " --interval=300ms",
                "/dev/null")));

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().contains("\u001b[K")).isEqualTo(isDrawnUpon);
        assertThat(ran.out().contains("\u001b[1m")).isEqualTo(!variable.equals("NO_COLOR") && !value.equals("dumb"));
        List<String> screen = Screen.after(ran.out(), 200);
        assertThat(screen.getLast()).isEmpty();
        assertThat(screen).contains("all registered  " + REFERENCE);
        assertThat(screen.stream().anyMatch(line -> line.contains("queued"))).isEqualTo(!isDrawnUpon);
    }

    static boolean hasScript() throws Exception {
        Process script = new ProcessBuilder("sh", "-c", "script -qec true /dev/null")
                .redirectErrorStream(true)
                .start();
        String said = new String(script.getInputStream().readAllBytes(), UTF_8);
        return script.waitFor() == 0 && said.isEmpty();
    }

    private PackagedCommand command() {
        return new PackagedCommand(folder).asking(partnerCenter);
    }
}
