package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.cli.support.SecretSearch;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandIT {

    @TempDir
    private Path folder;

    @Test
    void theDemoShowsTheMainFeatures() throws Exception {
        Instant begun = Instant.now();

        RunResult result = command().run("demo");

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(30));
        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .containsSubsequence("no data leaves this machine", "queued", "processing", "finished", "all failed")
                .containsSubsequence("1234567890", "808", "Another tenant has registered the device.")
                .containsSubsequence("devicebatch status CUSTOMER/TRACKING");
    }

    @Test
    void printsItsVersion() throws Exception {
        RunResult result = command().run("--version");

        assertThat(result.exitCode()).isZero();
        assertThat(result.firstLine()).isEqualTo("devicebatch " + System.getProperty("devicebatch.version"));
    }

    @Test
    void showsItsHelp() throws Exception {
        RunResult result = command().run("help", "status");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("Usage: devicebatch status", "--token-file", "Exit codes", "Examples:");
    }

    @Test
    void reportsAnUnknownOptionInTwoLines() throws Exception {
        RunResult result = command().run("status", "--tokn-file", "x");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("error: unknown option --tokn-file\ntry: --token-file");
        assertThat(result.err().lines()).hasSize(2);
    }

    @Test
    void exitsWithoutAMessageIfThePipeIsClosed() throws Exception {
        RunResult result = command().runInShell("{ \"$@\"; echo \"ended with $?\" >&2; } | true", "explain");

        assertThat(result.err()).isEqualTo("ended with 141\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain", "help", "--help", "--version", "completion bash"})
    @EnabledIf("hasAFullDevice")
    void reportsAFullDisk(String arguments) throws Exception {
        RunResult result = command().runInShell("\"$@\" > /dev/full", arguments.split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("error: cannot write to standard output\nwhy: ");
    }

    /** The second redirection is what the launchers make of the first. */
    @ParameterizedTest
    @ValueSource(strings = {">&-", "1</dev/null"})
    @DisabledOnOs(OS.WINDOWS)
    void reportsThatStandardOutputIsClosed(String redirection) throws Exception {
        RunResult result = command().runInShell("exec \"$@\" " + redirection, "explain");

        assertThat(result)
                .isEqualTo(new RunResult(
                        2,
                        "",
                        "error: cannot write to standard output\nwhy: it is closed\n"
                                + "try: redirect it to a file, or to /dev/null if the output is not needed\n"));
    }

    static boolean hasAFullDevice() {
        return Files.exists(Path.of("/dev/full"));
    }

    @Test
    void theFirstLineCanBeReadAlone() throws Exception {
        RunResult result = command().runInShell("\"$@\" | head -1", "explain");

        assertThat(result).isEqualTo(new RunResult(0, result.firstLine() + "\n", ""));
        assertThat(result.firstLine()).startsWith("CODE  NAME");
    }

    @Test
    void sendsNothingWhileTheJdkLogsHeaders() throws Exception {
        RunResult result = command()
                .with("DEVICEBATCH_TOKEN", SecretSearch.TOKEN)
                .with("JDK_JAVA_OPTIONS", "-Djdk.httpclient.HttpClient.log=all")
                .run("status", "47021739-3426-40bf-9601-61b4b6d7c793/0127ed8e-ff72-4983-a3d8-e8d8bd378932");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("would contain the access token");
    }

    private PackagedCommand command() {
        return new PackagedCommand(folder);
    }

    @Nested
    @ExtendWith(FakePartnerCenterExtension.class)
    class ExitCodes {

        private static final String REFERENCE = Batches.REFERENCE.toString();

        private final FakePartnerCenter partnerCenter;

        ExitCodes(FakePartnerCenter partnerCenter) {
            this.partnerCenter = partnerCenter;
        }

        @ParameterizedTest
        @CsvSource({"401, 4", "404, 5", "503, 6", "302, 7"})
        void reportsWhyThereIsNoStatus(int httpStatus, int exitCode) throws Exception {
            partnerCenter.script(Batches.REFERENCE).then(Reply.fault(httpStatus, "1", SecretSearch.TOKEN));

            RunResult result = connected().run("status", REFERENCE, "-v", "-o", "json");

            assertThat(result.exitCode()).isEqualTo(exitCode);
            assertThat(result.err())
                    .startsWith("connection to 127.0.0.1: direct (no proxy is set)\nattempt 1 of ")
                    .contains("\nerror: ", "\nwhy: ", "\ntry: ", "\nrequest id: ");
            assertThat(result.out()).endsWith("\"exitCode\": " + exitCode + "\n    }\n}\n");
        }

        @Test
        void theExitStatusOptionReportsTheDevices() throws Exception {
            partnerCenter.script(Batches.REFERENCE).then(Batches.finishedWithOneFailure());
            partnerCenter
                    .script(Batches.anotherBatch())
                    .then(Batches.queued(Batches.anotherBatch().tracking()));
            String other = Batches.anotherBatch().toString();

            assertThat(connected().run("status", REFERENCE, other).exitCode()).isZero();
            assertThat(connected().run("status", other, "--exit-status").exitCode())
                    .isEqualTo(8);
            assertThat(connected()
                            .with("DEVICEBATCH_EXIT_STATUS", "true")
                            .run("status", other, REFERENCE)
                            .exitCode())
                    .isEqualTo(3);
        }

        @Test
        void reportsABrokenInstallationAsABugWithAStackTraceOnlyIfVerbose() throws Exception {
            RunResult result = withoutTheJsonWriter().run("status", REFERENCE, "-o", "json");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).startsWith("error: a bug in devicebatch ").doesNotContain("    at ");

            assertThat(withoutTheJsonWriter()
                            .run("status", REFERENCE, "-o", "json", "-v")
                            .err())
                    .contains("    at ");
        }

        private PackagedCommand withoutTheJsonWriter() throws Exception {
            try (Stream<Path> jars = Files.list(Path.of(System.getProperty("devicebatch.lib")))) {
                return connected()
                        .modulePath(jars.map(Path::toString)
                                .filter(jar -> !jar.contains("parsson"))
                                .collect(Collectors.joining(File.pathSeparator)));
            }
        }

        private PackagedCommand connected() {
            return command().asking(partnerCenter);
        }
    }
}
