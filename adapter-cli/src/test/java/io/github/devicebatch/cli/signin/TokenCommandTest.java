package io.github.devicebatch.cli.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import io.github.devicebatch.cli.terminal.ShutdownHooks;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenRefusedException;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.SignInMethod;
import io.github.devicebatch.testkit.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCommandTest {

    private static final ShutdownHooks NO_SHUTDOWN = hook -> () -> {};

    @TempDir
    private Path folder;

    @Test
    void theOutputIsTheToken() throws InterruptedException {
        assertThat(command("printf 'good\\n'").run()).isEqualTo(AccessToken.of("good"));
        assertThat(command("printf good").run()).isEqualTo(AccessToken.of("good"));
    }

    @Test
    void runsTheCommandInAShellWithoutInput() throws InterruptedException {
        assertThat(command("x=$(cat); echo \"good$x\" | tr o 0").run()).isEqualTo(AccessToken.of("g00d"));
    }

    @ParameterizedTest
    @CsvSource({
        "exit 3, it ended with exit status 3",
        "echo s3cret; exit 3, it ended with exit status 3",
        "kill -KILL $$, it ended with exit status 137",
        "true, invalid output: the access token is empty",
        "echo s3cret below, invalid output: the access token has white space at position 7 of 12; a token is one word of visible ASCII",
        "echo s3cret; echo below, invalid output: the access token has a line break at position 7 of 12",
        "head -c 70000 /dev/zero, invalid output: it is longer than any token",
    })
    void reportsAFailedCommandWithoutItsOutput(String line, String why) {
        assertThatThrownBy(() -> command(line).run()).isInstanceOfSatisfying(UsageException.class, misuse -> {
            assertThat(misuse.problem().what()).isEqualTo("no access token from the token command");
            assertThat(misuse.problem().why().orElseThrow()).startsWith(why);
            assertThat(misuse.problem().toString()).doesNotContain("s3cret");
        });
    }

    @Test
    void reportsWhyThereIsNoNewToken() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "token");
        AccessTokenSource tokens = command("cat " + token + " && rm " + token).source(ManualTime.start());

        assertThatThrownBy(() -> tokens.rejected(AccessToken.of("token")))
                .isInstanceOfSatisfying(
                        AccessTokenRefusedException.class,
                        refused -> assertThat(refused.fault())
                                .isEqualTo(Fault.of(
                                        "no_new_token",
                                        "no access token from the token command: it ended with exit status 1")));
    }

    @Test
    void theSourceReportsAMissingToken() {
        assertThatThrownBy(() -> command("exit 3").source(ManualTime.start())).isInstanceOf(UsageException.class);
    }

    @Test
    void endsACommandAtTheTimeoutWithItsChildren() throws Exception {
        Path pids = folder.resolve("pids");
        var command = new TokenCommand(
                "echo $$ > " + pids + "; sleep 1000 & echo $! >> " + pids + "; wait",
                Duration.ofMillis(500),
                NO_SHUTDOWN);

        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(
                        UsageException.class,
                        misuse -> assertThat(misuse.problem().why()).contains("it did not end within 0.5s"));
        assertThat(running(pids)).isZero();
    }

    @Test
    void sendsTheTermSignalFirst() {
        Path signalled = folder.resolve("signalled");
        var command = new TokenCommand(
                "trap 'echo > " + signalled + "; exit' TERM; while :; do sleep 0.01; done",
                Duration.ofMillis(500),
                NO_SHUTDOWN);

        assertThatThrownBy(command::run).isInstanceOf(UsageException.class);
        assertThat(signalled).exists();
    }

    @Test
    void killsACommandThatIgnoresTheTermSignal() throws Exception {
        Path pids = folder.resolve("pids");
        var command = new TokenCommand(
                "trap '' TERM; echo $$ > " + pids + "; while :; do :; done", Duration.ofMillis(500), NO_SHUTDOWN);

        assertThatThrownBy(command::run).isInstanceOf(UsageException.class);
        assertThat(running(pids)).isZero();
    }

    @Test
    void anInterruptEndsTheCommand() throws Exception {
        Path pids = folder.resolve("pids");
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(
                        () -> command("echo $$ > " + pids + "; exec sleep 1000").run());
        assertThat(running(pids)).isZero();
    }

    @Test
    void aShutdownEndsTheCommand() throws Exception {
        Path pids = folder.resolve("pids");
        var shutdown = new AtomicReference<Optional<CompletableFuture<Void>>>(Optional.empty());
        ShutdownHooks immediately = hook -> {
            shutdown.set(Optional.of(CompletableFuture.runAsync(hook)));
            return () -> {};
        };
        var command = new TokenCommand("echo $$ > " + pids + "; exec sleep 1000", TokenCommand.TIMEOUT, immediately);

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(command::run);
        shutdown.get().orElseThrow().join();
        assertThat(running(pids)).isZero();
    }

    @Test
    void anInterruptedCommandInterruptsTheProcess() {
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> command("exit 130").run());
    }

    @Test
    void toStringHidesTheCommand() {
        assertThat(command("echo s3cret")).hasToString("TokenCommand");
        var settings = new SignInSettings(
                Map.of(SignInSetting.TOKEN_COMMAND, "echo s3cret"), new EnvironmentVariables(Map.of()));
        assertThat(new SignIn(SignInMethod.TOKEN_COMMAND, settings).toString()).doesNotContain("s3cret");
    }

    /** Returns the number of running processes: one that has ended has a handle until its parent waits for it, but no command. */
    private static long running(Path pids) throws IOException {
        if (!Files.exists(pids)) {
            return 0;
        }
        return Files.readAllLines(pids).stream()
                .map(Long::valueOf)
                .map(ProcessHandle::of)
                .flatMap(Optional::stream)
                .filter(process -> process.info().command().isPresent())
                .count();
    }

    private static TokenCommand command(String line) {
        return new TokenCommand(line, TokenCommand.TIMEOUT, NO_SHUTDOWN);
    }
}
