package io.github.devicebatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.ClosedStreamException;
import io.github.devicebatch.cli.terminal.ReaderGoneException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandRunnerTest {

    private final CommandTester tester = new CommandTester();

    @Test
    void printsTheHelpToStandardErrorWithoutACommand() {
        RunResult result = tester.run();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("Usage: devicebatch COMMAND", "devicebatch demo");
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
        RunResult result = tester.run(arguments.split(" "));

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines())
                .anyMatch(line -> line.startsWith("Usage: "))
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void printsItsVersionAndThatOfJava() {
        assertThat(tester.run("--version").out().lines())
                .satisfiesExactly(
                        own -> assertThat(own).matches("devicebatch \\d+\\.\\d+\\.\\d+.*"),
                        java -> assertThat(java).startsWith("Java " + Runtime.version()));
    }

    @Test
    void suggestsASimilarCommand() {
        assertThat(tester.run("stauts"))
                .isEqualTo(new RunResult(2, "", "error: unknown command stauts\ntry: status, or devicebatch --help\n"));
    }

    @Test
    void namesTheParameterThatIsMissing() {
        assertThat(tester.run("status"))
                .isEqualTo(new RunResult(2, "", "error: missing REF\ntry: devicebatch help status\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "fish, complete -c devicebatch -n",
        "FISH, complete -c devicebatch -n",
        "powershell, Register-ArgumentCompleter"
    })
    void printsACompletionScriptOfAnotherKind(String shell, String line) {
        RunResult result = tester.run("completion", shell);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains(line, "token-file", "fail-fast", "jsonl", "AADSTS50097", "ZtdDeviceNotFound");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void printsACompletionScript(String shell) {
        RunResult result = tester.run("completion", shell);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains(
                        "complete -F _complete_devicebatch",
                        "--token-file",
                        "--fail-fast",
                        "'jsonl'",
                        "'AADSTS50097'",
                        "'/wait:--customer') _devicebatch_no_files; _devicebatch_reply_customers");
    }

    @Test
    void refusesHelpAboutAnUnknownSubcommand() {
        assertThat(tester.run("help", "nonsense"))
                .isEqualTo(new RunResult(2, "", "error: unknown subcommand 'nonsense'\ntry: devicebatch --help\n"));
    }

    @Test
    void exitsWithoutAMessageIfTheReaderHasGone() {
        for (String message : List.of("Broken pipe", "Daten\u00fcbergabe unterbrochen")) {
            assertThat(runWithOutputThatFails(new ReaderGoneException(new IOException(message))))
                    .isEqualTo(new RunResult(141, "", ""));
        }
    }

    @Test
    void theTextOfAFailureDecidesNothing() {
        assertThat(runWithOutputThatFails(new IOException("Broken pipe")).exitCode())
                .isEqualTo(2);
    }

    @Test
    void reportsWhyItsOutputCannotBeWritten() {
        RunResult result = runWithOutputThatFails(new IOException("No space left on device"));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("error: cannot write to standard output\nwhy: No space left on device\ntry: ");
    }

    @Test
    void reportsThatItsOutputIsClosed() {
        RunResult result = runWithOutputThatFails(new ClosedStreamException(new IOException("Bad file descriptor")));

        assertThat(result)
                .isEqualTo(new RunResult(
                        2,
                        "",
                        "error: cannot write to standard output\nwhy: it is closed\n"
                                + "try: redirect it to a file, or to /dev/null if the output is not needed\n"));
    }

    @Test
    void aLackOfMemoryIsNoBug() {
        var err = new ByteArrayOutputStream();
        var handler = new ExceptionHandler(tester.surroundings(OutputStream.nullOutputStream(), new PrintStream(err)));

        int exitCode =
                handler.handle(new OutOfMemoryError("Java heap space"), new CommandLine(new DevicebatchCommand()));

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .isEqualTo("error: not enough memory\nwhy: Java heap space\n"
                        + "try: a lower --concurrency, or more memory: JAVA_TOOL_OPTIONS=-Xmx1g\n");
    }

    private RunResult runWithOutputThatFails(IOException failure) {
        var err = new ByteArrayOutputStream();
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw failure;
            }
        };
        int exitCode = new CommandRunner(tester.surroundings(failing, new PrintStream(err))).run("explain");
        return new RunResult(exitCode, "", err.toString(UTF_8));
    }

    @Test
    void reportsABugWithAStackTraceOnlyIfVerbose() {
        assertThat(runWithABrokenClock())
                .satisfies(result -> assertThat(result.exitCode()).isEqualTo(1))
                .satisfies(result -> assertThat(result.err())
                        .startsWith("error: a bug in devicebatch ")
                        .contains("the clock broke", "/issues")
                        .doesNotContain("    at "));

        tester.with("DEVICEBATCH_VERBOSE", "true");
        assertThat(runWithABrokenClock().err()).contains("    at ");
    }

    private RunResult runWithABrokenClock() {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        InstantSource broken = () -> {
            throw new IllegalStateException("the clock broke");
        };
        CliContext whole = tester.surroundings(out, new PrintStream(err));
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
        return new RunResult(new CommandRunner(surroundings).run("demo"), out.toString(UTF_8), err.toString(UTF_8));
    }
}
