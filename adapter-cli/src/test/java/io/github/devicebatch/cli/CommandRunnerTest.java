package io.github.devicebatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.cli.support.Trial;
import io.github.devicebatch.cli.terminal.CliContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandRunnerTest {

    private final Trial trial = new Trial();

    @Test
    void printsTheHelpToStandardErrorWithoutACommand() {
        Ran ran = trial.run();

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("Usage: devicebatch COMMAND", "devicebatch demo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "help",
                "help status",
                "status --help",
                "help wait",
                "help explain",
                "help demo",
                "help fake",
                "help login"
            })
    void showsHelpThatFitsATerminal(String arguments) {
        Ran ran = trial.run(arguments.split(" "));

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines())
                .anyMatch(line -> line.startsWith("Usage: "))
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void printsItsVersionAndThatOfJava() {
        assertThat(trial.run("--version").out().lines())
                .satisfiesExactly(
                        own -> assertThat(own).matches("devicebatch \\d+\\.\\d+\\.\\d+.*"),
                        java -> assertThat(java).startsWith("Java " + Runtime.version()));
    }

    @Test
    void suggestsASimilarCommand() {
        assertThat(trial.run("stauts"))
                .isEqualTo(new Ran(2, "", "error: unknown command stauts\ntry: status, or devicebatch --help\n"));
    }

    @Test
    void namesTheParameterThatIsMissing() {
        assertThat(trial.run("status")).isEqualTo(new Ran(2, "", "error: missing REF\ntry: devicebatch help status\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void printsACompletionScript(String shell) {
        Ran ran = trial.run("completion", shell);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("complete -F _complete_devicebatch", "--token-file", "--fail-fast", "\"jsonl\"");
    }

    @Test
    void exitsWithoutAMessageIfTheReaderHasGone() {
        assertThat(runWithOutputThatFails("Broken pipe")).isEqualTo(new Ran(141, "", ""));
    }

    @Test
    void reportsWhyItsOutputCannotBeWritten() {
        Ran ran = runWithOutputThatFails("No space left on device");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).startsWith("error: cannot write to standard output\nwhy: No space left on device\ntry: ");
    }

    private Ran runWithOutputThatFails(String message) {
        var err = new ByteArrayOutputStream();
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(message);
            }
        };
        int exitCode = new CommandRunner(trial.surroundings(failing, new PrintStream(err))).run("explain");
        return new Ran(exitCode, "", err.toString(UTF_8));
    }

    @Test
    void reportsABugWithAStackTraceOnlyIfVerbose() {
        assertThat(runWithABrokenClock())
                .satisfies(ran -> assertThat(ran.exitCode()).isEqualTo(1))
                .satisfies(ran -> assertThat(ran.err())
                        .startsWith("error: a bug in devicebatch ")
                        .contains("the clock broke", "/issues")
                        .doesNotContain("    at "));

        trial.with("DEVICEBATCH_VERBOSE", "true");
        assertThat(runWithABrokenClock().err()).contains("    at ");
    }

    private Ran runWithABrokenClock() {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        InstantSource broken = () -> {
            throw new IllegalStateException("the clock broke");
        };
        CliContext whole = trial.surroundings(out, new PrintStream(err));
        var surroundings = new CliContext(
                whole.in(),
                whole.out(),
                whole.err(),
                whole.environment(),
                whole.properties(),
                whole.terminals(),
                broken,
                whole.pause(),
                whole.zone(),
                whole.host());
        return new Ran(new CommandRunner(surroundings).run("demo"), out.toString(UTF_8), err.toString(UTF_8));
    }
}
