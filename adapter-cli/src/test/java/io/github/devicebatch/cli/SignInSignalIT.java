package io.github.devicebatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.Partner;
import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.cli.support.Signal;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.oauth.DeviceCodePoll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C and {@code kill} while somebody signs in. */
class SignInSignalIT {

    @TempDir
    private Path folder;

    private Partner partner;

    @BeforeEach
    void start() throws IOException {
        partner = new Partner(folder).checkingTokens();
    }

    @AfterEach
    void stop() {
        partner.close();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void endASignInAndLeaveTheFileAsItWas(Signal signal, int exitCode) throws Exception {
        Path file = Path.of(partner.refreshTokenFile());
        String before = Files.readString(file);
        partner.tokens().deviceCodes().polls(DeviceCodePoll.PENDING);
        PackagedCommand command = partner.command(folder);
        Process login = command.startInShell("exec \"$@\" 2>&1", "login", "--refresh-token-file", file.toString());
        awaitLine(login, "Ctrl-C cancels");

        signal.send(login);

        assertThat(command.ended(login)).isEqualTo(new Ran(exitCode, "\ncancelled; " + file + " is unchanged\n", ""));
        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(filesBeside(file)).containsExactlyInAnyOrder("refresh-token", "refresh-token.lock");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void endATokenCommandWithIt(Signal signal, int exitCode) throws Exception {
        PackagedCommand command = partner.command(folder);
        Process asking = command.startInShell(
                "exec \"$@\" 2>&1",
                "status",
                Batches.REFERENCE.toString(),
                "--token-command",
                "echo $$ >&2; exec sleep 1000");
        long pid = Long.parseLong(asking.inputReader(UTF_8).readLine());

        signal.send(asking);

        assertThat(command.ended(asking)).isEqualTo(new Ran(exitCode, "", ""));
        assertThat(ProcessHandle.of(pid).flatMap(process -> process.info().command()))
                .isEmpty();
    }

    private static void awaitLine(Process process, String words) {
        assertThat(process.inputReader(UTF_8)
                        .lines()
                        .filter(line -> line.contains(words))
                        .findFirst())
                .isPresent();
    }

    private static List<String> filesBeside(Path file) throws IOException {
        try (var files = Files.list(file.getParent())) {
            return files.map(Path::getFileName).map(Path::toString).toList();
        }
    }
}
