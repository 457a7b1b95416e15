package io.github.devicebatch.cli.signin;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.cli.message.DurationText;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.RefusalText;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.ChildProcess;
import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import io.github.devicebatch.cli.terminal.Shell;
import io.github.devicebatch.cli.terminal.ShutdownHooks;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenRefusedException;
import io.github.devicebatch.http.AccessTokenSource;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Shell command that prints an access token. It inherits standard error and the environment without variables that may contain a
 * secret of this program, and has no standard input. A class, because the
 * command may contain a secret and {@code toString} of a record prints its components.
 */
final class TokenCommand {

    /** Maximum run time; leaves time for a password prompt. */
    static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final Shell SHELL = Shell.ofThisSystem();

    private static final String REMEDY = "run the command alone: it must print only an access token";

    private final String command;
    private final Duration timeout;
    private final ShutdownHooks shutdown;

    TokenCommand(String command, Duration timeout, ShutdownHooks shutdown) {
        this.command = command;
        this.timeout = timeout;
        this.shutdown = shutdown;
    }

    /**
     * Runs the command and returns the token.
     *
     * @throws InterruptedException if this thread, this process or the command is interrupted; the command is ended first
     * @throws UsageException if the command fails or prints no token; the message has nothing of its output
     */
    AccessToken run() throws InterruptedException {
        try (ChildProcess child = start()) {
            Process process = child.process();
            String output = outputOf(process);
            if (child.isShuttingDown() || SHELL.isInterruption(process.exitValue())) {
                throw new InterruptedException("interrupted while the token command ran");
            }
            return token(output, process.exitValue());
        }
    }

    /**
     * Runs the command, and returns a source that runs it again when the token is rejected.
     *
     * @throws InterruptedException as {@link #run}
     * @throws UsageException as {@link #run}
     */
    AccessTokenSource source(InstantSource time) throws InterruptedException {
        return AccessTokenSource.reloading(run(), this::runAgain, time);
    }

    private AccessToken runAgain() throws InterruptedException {
        try {
            return run();
        } catch (UsageException failure) {
            Problem problem = failure.problem();
            String why = problem.why().map(text -> ": " + text).orElse("");
            throw new AccessTokenRefusedException(Fault.of(RefusalText.NO_NEW_TOKEN, problem.what() + why));
        }
    }

    private ChildProcess start() throws InterruptedException {
        try {
            ProcessBuilder builder = new ProcessBuilder(SHELL.command(command))
                    .redirectInput(Redirect.from(SHELL.nullDevice()))
                    .redirectError(Redirect.INHERIT);
            builder.environment().keySet().removeAll(EnvironmentVariables.SECRET);
            return ChildProcess.start(builder, shutdown);
        } catch (IOException withoutShell) {
            throw failed("the shell " + SHELL.command(command).getFirst() + " cannot be started");
        }
    }

    /** Waits until the command ends, and returns its output. */
    private String outputOf(Process process) throws InterruptedException {
        CompletableFuture<String> output = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("token command").start(() -> read(process, output));
        try {
            return output.thenCombine(process.onExit(), (text, ended) -> text)
                    .get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw failed("it did not end within " + DurationText.format(timeout));
        } catch (ExecutionException failure) {
            throw failed(
                    failure.getCause() instanceof IllegalArgumentException tooLong
                            ? "invalid output: " + tooLong.getMessage()
                            : "its output cannot be read");
        }
    }

    private static void read(Process process, CompletableFuture<String> output) {
        try (InputStream in = process.getInputStream()) {
            output.complete(SecretFile.readLine(in, "token"));
        } catch (IOException | RuntimeException failure) {
            output.completeExceptionally(failure);
        }
    }

    private static AccessToken token(String output, int exitStatus) {
        if (exitStatus != 0) {
            throw failed("it ended with exit status " + exitStatus);
        }
        try {
            return AccessToken.parse(output);
        } catch (IllegalArgumentException invalid) {
            throw failed("invalid output: " + invalid.getMessage());
        }
    }

    private static UsageException failed(String why) {
        return new UsageException(Problem.of("no access token from the token command", why, REMEDY));
    }

    /** Returns a text without the command. */
    @Override
    public String toString() {
        return "TokenCommand";
    }
}
