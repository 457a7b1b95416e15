package io.github.devicebatch.cli;

import java.io.PrintWriter;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** One run of the command, from its arguments to its exit code. */
record Invocation(Surroundings surroundings) {

    int run(String... arguments) {
        var failures = new Failures(surroundings);
        CommandLine commandLine = new CommandTree(surroundings).plant(arguments);
        commandLine
                .setOut(new PrintWriter(
                        new OutputWriter(new Output(surroundings.out()), UnaryOperator.identity()), true))
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

    private static int execute(ParseResult parsed, Failures failures) {
        CommandLine top = parsed.commandSpec().commandLine();
        try {
            return execute(parsed, top);
        } catch (Misuse | ReaderGone unwritten) {
            // Help is written outside any command, and of what happens there picocli would print a trace.
            return failures.failed(unwritten, top);
        }
    }

    private static int execute(ParseResult parsed, CommandLine top) {
        if (parsed.hasSubcommand() || parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested()) {
            return new CommandLine.RunLast().execute(parsed);
        }
        top.usage(top.getErr(), top.getColorScheme());
        return ExitCode.MISUSED.number();
    }
}
