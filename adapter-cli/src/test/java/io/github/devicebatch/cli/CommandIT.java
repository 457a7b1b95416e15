package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.Canary;
import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandIT {

    @TempDir
    private Path folder;

    @Test
    void theDemoDoesTheMainJobInAboutTenSeconds() throws Exception {
        Instant begun = Instant.now();

        Ran ran = command().run("demo");

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(30));
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .containsSubsequence("no data leaves this machine", "queued", "processing", "finished", "all failed")
                .containsSubsequence("1234567890", "808", "Another tenant has registered the device.")
                .containsSubsequence("devicebatch status CUSTOMER/TRACKING");
    }

    @Test
    void tellsItsVersion() throws Exception {
        Ran ran = command().run("--version");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.firstLine()).isEqualTo("devicebatch " + System.getProperty("devicebatch.version"));
    }

    @Test
    void showsItsHelp() throws Exception {
        Ran ran = command().run("help", "status");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("Usage: devicebatch status", "--token-file", "Exit codes", "Examples:");
    }

    @Test
    void answersAWrongOptionBriefly() throws Exception {
        Ran ran = command().run("status", "--tokn-file", "x");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).startsWith("error: unknown option --tokn-file\ntry: --token-file");
        assertThat(ran.err().lines()).hasSize(2);
    }

    @Test
    void aClosedPipeEndsItQuietly() throws Exception {
        Ran ran = command().runInShell("{ \"$@\"; echo \"ended with $?\" >&2; } | true", "explain");

        assertThat(ran.err()).isEqualTo("ended with 141\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain", "help", "--help", "--version", "completion bash"})
    @EnabledIf("hasAFullDevice")
    void aFullDiskIsNoClosedPipe(String arguments) throws Exception {
        Ran ran = command().runInShell("\"$@\" > /dev/full", arguments.split(" "));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).startsWith("error: cannot write to standard output\nwhy: ");
    }

    static boolean hasAFullDevice() {
        return Files.exists(Path.of("/dev/full"));
    }

    @Test
    void theFirstLineCanBeHadAlone() throws Exception {
        Ran ran = command().runInShell("\"$@\" | head -1", "explain");

        assertThat(ran).isEqualTo(new Ran(0, ran.firstLine() + "\n", ""));
        assertThat(ran.firstLine()).startsWith("CODE  NAME");
    }

    @Test
    void refusesToAskWhileTheJdkWouldPrintTheToken() throws Exception {
        Ran ran = command()
                .with("DEVICEBATCH_TOKEN", Canary.TOKEN)
                .with("JDK_JAVA_OPTIONS", "-Djdk.httpclient.HttpClient.log=all")
                .run("status", "47021739-3426-40bf-9601-61b4b6d7c793/0127ed8e-ff72-4983-a3d8-e8d8bd378932");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("would contain the access token");
    }

    private PackagedCommand command() {
        return new PackagedCommand(folder);
    }
}
