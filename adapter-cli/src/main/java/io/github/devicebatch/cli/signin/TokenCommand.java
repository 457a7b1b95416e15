package io.github.devicebatch.cli.signin;

import io.github.devicebatch.cli.message.DurationText;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.ChildProcess;
import io.github.devicebatch.cli.terminal.ShutdownHooks;
import io.github.devicebatch.http.AccessToken;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a command whose output is an access token. What it says on standard error goes where ours goes; it has no standard
 * input. A class and not a record, because people put secrets into commands and a record prints its parts.
 */
final class TokenCommand {

    /** Long enough to unlock a safe, too short to be forgotten. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    /** What a shell says of a command that was interrupted from the keyboard: so were we. */
    private static final int INTERRUPTED = 130;

    private static final File NOTHING = new File("/dev/null");

    private static final String REMEDY = "run the command by itself: it has to print an access token and nothing else";

    private final String command;
    private final Duration limit;
    private final ShutdownHooks shutdown;

    TokenCommand(String command, Duration limit, ShutdownHooks shutdown) {
        this.command = command;
        this.limit = limit;
        this.shutdown = shutdown;
    }

    /**
     * Runs it.
     *
     * @throws InterruptedException if the thread is interrupted, the process is to end, or the command was interrupted; the
     *     command is ended first
     * @throws UsageException if it gives no token; the message has nothing of what it printed
     */
    AccessToken run() throws InterruptedException {
        try (ChildProcess bound = start()) {
            Process process = bound.process();
            String output = outputOf(process);
            if (bound.isShuttingDown() || process.exitValue() == INTERRUPTED) {
                throw new InterruptedException("interrupted while the token command ran");
            }
            return token(output, process.exitValue());
        }
    }

    private ChildProcess start() throws InterruptedException {
        try {
            return ChildProcess.start(
                    new ProcessBuilder("sh", "-c", command)
                            .redirectInput(Redirect.from(NOTHING))
                            .redirectError(Redirect.INHERIT),
                    shutdown);
        } catch (IOException noShell) {
            throw failed("sh, which runs it, cannot be started");
        }
    }

    /** Gives all that it prints, when it has ended. */
    private String outputOf(Process process) throws InterruptedException {
        CompletableFuture<String> output = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("token command").start(() -> read(process, output));
        try {
            return output.thenCombine(process.onExit(), (text, ended) -> text)
                    .get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw failed("it did not end within " + DurationText.format(limit));
        } catch (ExecutionException unread) {
            throw failed(
                    unread.getCause() instanceof IllegalArgumentException tooLong
                            ? "what it printed: " + tooLong.getMessage()
                            : "its output cannot be read");
        }
    }

    private static void read(Process process, CompletableFuture<String> output) {
        try (InputStream printed = process.getInputStream()) {
            output.complete(SecretFile.SecretLine.read(printed, "token"));
        } catch (IOException | RuntimeException unread) {
            output.completeExceptionally(unread);
        }
    }

    private static AccessToken token(String output, int exitStatus) {
        if (exitStatus != 0) {
            throw failed("it ended with exit status " + exitStatus);
        }
        try {
            return AccessToken.of(output);
        } catch (IllegalArgumentException noToken) {
            throw failed("of what it printed: " + noToken.getMessage());
        }
    }

    private static UsageException failed(String why) {
        return new UsageException(Problem.of("the token command gave no access token", why, REMEDY));
    }

    /** Keeps the command to itself. */
    @Override
    public String toString() {
        return "TokenCommand";
    }
}
