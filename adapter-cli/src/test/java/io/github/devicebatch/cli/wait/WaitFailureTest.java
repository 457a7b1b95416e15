package io.github.devicebatch.cli.wait;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.devicebatch.application.watch.WatchSettings;
import io.github.devicebatch.cli.CommandRunner;
import io.github.devicebatch.cli.message.SignInFlow;
import io.github.devicebatch.cli.options.OutputOptions;
import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.cli.terminal.ReaderGoneException;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways out of a wait that are no result, and what keeps it going. */
@ExtendWith(FakePartnerCenterExtension.class)
class WaitFailureTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter;
    private final CommandTester tester;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    WaitFailureTest(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
        this.tester = CommandTester.asking(partnerCenter);
    }

    @ParameterizedTest
    @MethodSource("failuresOfStandardOutput")
    void theResumeCommandIsPrintedIfStandardOutputFails(
            String format, Throwable failure, int exitCode, String message) {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finished());
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (IOException) failure;
            }
        };

        int exit = new CommandRunner(tester.surroundings(failing, new PrintStream(err, true, UTF_8)))
                .run("wait", REFERENCE, "--timeout", "10m", "-o", format);

        assertThat(exit).isEqualTo(exitCode);
        assertThat(err.toString(UTF_8))
                .contains(
                        "ended by an error after ",
                        "\nto resume:\ndevicebatch wait " + REFERENCE + " --timeout 10m --output " + format + "\n"
                                + message);
    }

    /** Lines are written to the file as they happen, so that a full disk ends the wait before the batch has ended. */
    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "json", "csv"})
    @EnabledOnOs(OS.LINUX)
    void theResumeCommandIsPrintedIfAnOutputFileCannotBeWritten(String format) {
        DeviceStatus device = Batches.finished().devices().getFirst();
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Batches.finished(
                        Batches.TRACKING, Collections.nCopies(1_000, device).toArray(DeviceStatus[]::new)));

        RunResult result = tester.run("wait", REFERENCE, "-o", format + "=/dev/full");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .contains(
                        "ended by an error after ",
                        "\nto resume:\ndevicebatch wait " + REFERENCE + " ",
                        "error: cannot write to /dev/full\n");
    }

    /** These formats are written after the last batch has ended. */
    @ParameterizedTest
    @ValueSource(strings = {"table", "json", "csv", "html", "markdown", "junit"})
    @EnabledOnOs(OS.LINUX)
    void theResumeCommandHasAllBatchesIfTheirResultsCannotBeWritten(String format) {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finished());

        RunResult result = tester.run("wait", REFERENCE, "-o", format + "=/dev/full");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .contains(
                        "ended by an error after 0s: the output is not complete\nto resume:\ndevicebatch wait "
                                + REFERENCE + " ",
                        "error: cannot write to /dev/full\n");
    }

    /** Each report is written when the batch has ended, or when all have. */
    static Stream<Arguments> failuresOfStandardOutput() {
        return Stream.of("table", "json", "jsonl", "html", "markdown", "junit")
                .flatMap(format -> Stream.of(
                        arguments(
                                format,
                                new IOException("No space left on device"),
                                2,
                                "error: cannot write to standard output"),
                        arguments(format, new ReaderGoneException(new IOException("Broken pipe")), 141, ""),
                        arguments(format, new OutOfMemoryError("Java heap space"), 2, "error: not enough memory\n")));
    }

    /** The events of the first batch can be written, and then no more. What is written as a whole is lost then. */
    @ParameterizedTest
    @CsvSource({"jsonl, jsonl, false", "jsonl, csv=/dev/null, true", "jsonl, html=/dev/null, true"})
    @EnabledOnOs(OS.LINUX)
    void theResumeCommandHasAllBatchesIfResultsAreLost(String format, String other, boolean isLost) {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finished());
        partnerCenter.script(Batches.anotherBatch()).then(Batches.processing());
        AtomicInteger writes = new AtomicInteger();
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int octet) {
                // one write for each event
            }

            @Override
            public void write(byte[] line, int offset, int length) throws IOException {
                if (writes.incrementAndGet() > 4) {
                    throw new IOException("No space left on device");
                }
            }
        };
        Stream<String> formats = other.equals(format) ? Stream.of("-o", format) : Stream.of("-o", format, "-o", other);
        Stream<String> arguments =
                Stream.of("wait", REFERENCE, Batches.anotherBatch().toString(), "--concurrency", "1");

        int exit = new CommandRunner(tester.surroundings(failing, new PrintStream(err, true, UTF_8)))
                .run(Stream.concat(arguments, formats).toArray(String[]::new));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("  " + Batches.anotherBatch() + "  ", "\nto resume:\ndevicebatch wait ")
                .contains(
                        isLost ? "devicebatch wait " + REFERENCE + " " : "devicebatch wait " + Batches.anotherBatch());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theResumeCommandIsPrintedAfterAnyFailure(Throwable failure) {
        assertThatThrownBy(() -> waiting(failure).run()).isSameAs(failure);
        assertThat(err.toString(UTF_8))
                .contains(
                        "ended by an error after 0s: 1 batch not answered\n",
                        "\nto resume:\ndevicebatch wait " + REFERENCE + "\n")
                .doesNotContain("unreachable", "could not be reached");
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new OutOfMemoryError("Java heap space"),
                new StackOverflowError(),
                new NoClassDefFoundError("io/github/devicebatch/Missing"),
                new IllegalStateException("a bug"));
    }

    private WaitRunner waiting(Throwable failure) {
        return new WaitRunner(
                List.of(Batches.REFERENCE),
                PartnerCenter.at(partnerCenter.baseUrl()).tokens(AccessTokenSource.fixed(AccessToken.of("token"))),
                SignInFlow.GIVEN_TOKEN,
                WatchSettings.DEFAULT,
                false,
                query -> batch -> {
                    if (failure instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) failure;
                },
                new OutputOptions(),
                new ResumeCommand("devicebatch", "wait", List.of(), Optional.empty(), false),
                tester.surroundings(OutputStream.nullOutputStream(), new PrintStream(err, true, UTF_8)));
    }

    /** The file is missing when the service rejects the token, and comes back later. */
    @Test
    void aTokenFileThatComesLateIsWaitedFor(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), CommandTester.TOKEN);
        AtomicInteger requests = new AtomicInteger();
        partnerCenter.respond(Batches.REFERENCE, () -> switch (requests.incrementAndGet()) {
            case 1 -> Reply.describing(Batches.processing());
            case 2, 3, 4 -> {
                file.toFile().delete();
                yield Reply.empty(401);
            }
            case 5 -> {
                restore(file);
                yield Reply.empty(401);
            }
            default -> Reply.describing(Batches.finished());
        });
        tester.variables.remove("DEVICEBATCH_TOKEN");

        RunResult result = tester.run("wait", REFERENCE, "--token-file", file.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("the access token has expired and there is no new one yet: ");
    }

    private static void restore(Path file) {
        try {
            Files.writeString(file, "a-new-token");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A token that no other program can renew. */
    @Test
    void anExpiredTokenInAVariableEndsTheWait() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.processing()).then(Reply.empty(401));

        RunResult result = tester.run("wait", REFERENCE);

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err()).contains("error: refused: ", "\nto resume:\n");
    }

    @ParameterizedTest
    @CsvSource({"0s, true", "2m, false"})
    void aBatchThatIsNotFoundMayHaveBeenUploadedAMomentAgo(String grace, boolean suggested) {
        partnerCenter.script(Batches.REFERENCE).then(Reply.empty(404));

        RunResult result = tester.run("wait", REFERENCE, "--not-found-grace", grace);

        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.err().contains("; after a recent upload, give --not-found-grace 2m\n"))
                .isEqualTo(suggested);
    }
}
