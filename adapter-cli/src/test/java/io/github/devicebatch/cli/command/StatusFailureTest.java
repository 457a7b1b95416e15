package io.github.devicebatch.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.devicebatch.cli.CommandRunner;
import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.cli.terminal.ReaderGoneException;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways out of {@code status} that are no result. */
@ExtendWith(FakePartnerCenterExtension.class)
class StatusFailureTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();
    private static final String OTHER = Batches.anotherBatch().toString();
    private static final String ENDED = "ended by an error after 0s: the output is not complete\nto run it again:\n";
    private static final String AGAIN = ENDED + "devicebatch status " + REFERENCE + " " + OTHER + " --concurrency 1\n";

    private final CommandTester tester;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    StatusFailureTest(FakePartnerCenter partnerCenter) {
        this.tester = CommandTester.asking(partnerCenter);
        partnerCenter.script(Batches.REFERENCE).then(Batches.finished());
        partnerCenter
                .script(Batches.anotherBatch())
                .then(Batches.finished(Batches.anotherBatch().tracking()));
    }

    /** Standard output that cannot be written. */
    @FunctionalInterface
    interface Failure {

        void write() throws IOException;
    }

    static final List<Arguments> FAILURES = List.of(
            argumentSet(
                    "full disk", failing(new IOException("No space left on device")), 2, AGAIN + "error: cannot write"),
            argumentSet("reader gone", failing(new ReaderGoneException(new IOException("Broken pipe"))), 141, ""),
            argumentSet(
                    "full heap",
                    failing(new OutOfMemoryError("Java heap space")),
                    2,
                    AGAIN + "error: not enough memory"),
            argumentSet(
                    "a bug", failing(new IllegalStateException("wrong")), 1, AGAIN + "error: a bug in devicebatch"));

    private static Failure failing(IOException failure) {
        return () -> {
            throw failure;
        };
    }

    private static Failure failing(RuntimeException failure) {
        return () -> {
            throw failure;
        };
    }

    private static Failure failing(Error failure) {
        return () -> {
            throw failure;
        };
    }

    @ParameterizedTest
    @FieldSource("FAILURES")
    void theCommandToRunAgainHasAllBatches(Failure failure, int exitCode, String message) {
        int exit = run(failure, REFERENCE, OTHER, "--concurrency", "1");

        assertThat(exit).isEqualTo(exitCode);
        assertThat(err.toString(UTF_8)).startsWith(message).hasSizeGreaterThanOrEqualTo(message.length());
        assertThat(err.toString(UTF_8).isEmpty()).isEqualTo(message.isEmpty());
    }

    /** It stands right above the message. */
    @Test
    void theCommandForASingleBatchIsNotRepeated() {
        assertThat(run(failing(new IOException("No space left on device")), REFERENCE))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("error: cannot write to standard output\n");
    }

    private int run(Failure failure, String... arguments) {
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                failure.write();
            }
        };
        String[] all = new String[arguments.length + 1];
        all[0] = "status";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new CommandRunner(tester.surroundings(failing, new PrintStream(err, true, UTF_8))).run(all);
    }

    /** Most formats are written after the last answer. */
    @ParameterizedTest
    @ValueSource(strings = {"table", "json", "jsonl", "csv", "xlsx", "html", "markdown", "junit"})
    @EnabledOnOs(OS.LINUX)
    void theCommandToRunAgainIsPrintedIfAnOutputFileCannotBeWritten(String format) {
        RunResult result = tester.run("status", REFERENCE, OTHER, "-o", format + "=/dev/full");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .contains(ENDED + "devicebatch status " + REFERENCE + " " + OTHER + " --output " + format)
                .contains("error: cannot write to /dev/full\n");
    }
}
