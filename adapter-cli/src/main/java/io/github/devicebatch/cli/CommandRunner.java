package io.github.devicebatch.cli;

import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.LineBufferedWriter;
import io.github.devicebatch.cli.terminal.StandardOutput;
import java.io.PrintWriter;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** One run of the command, from its arguments to its exit code. */
public record CommandRunner(CliContext surroundings) {

    public int run(String... arguments) {
        var failures = new ExceptionHandler(surroundings);
        CommandLine commandLine = new CommandLineFactory(surroundings).plant(arguments);
        commandLine
                .setOut(new PrintWriter(
                        new LineBufferedWriter(new StandardOutput(surroundings.out()), UnaryOperator.identity()), true))
                .setErr(new PrintWriter(surroundings.err(), true))
                .setParameterExceptionHandler((misuse, given) -> failures.misused(misuse))
                .setExecutionExceptionHandler((failure, command, parsed) -> failures.failed(failure, command))
                .setExecutionStrategy(parsed -> execute(parsed, failures));
        try {
            return commandLine.execute(arguments);
        } catch (Throwable bug) {
            return failures.failed(bug, commandLine);
        }
    }

    private static int execute(ParseResult parsed, ExceptionHandler failures) {
        CommandLine top = parsed.commandSpec().commandLine();
        try {
            return execute(parsed, top);
        } catch (UsageException | StandardOutput.OutputException unwritten) {
            // Help is written outside any command, and of what happens there picocli would print a trace.
            return failures.failed(unwritten, top);
        }
    }

    private static int execute(ParseResult parsed, CommandLine top) {
        if (parsed.hasSubcommand() || parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested()) {
            return new CommandLine.RunLast().execute(parsed);
        }
        top.usage(top.getErr(), top.getColorScheme());
        return ExitCode.USAGE_ERROR.number();
    }
}
