package io.github.devicebatch.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** One run of the command, from its arguments to its exit code. */
record Invocation(Surroundings surroundings) {

    int run(String... arguments) {
        var failures = new Failures(surroundings);
        CommandLine commandLine = new CommandTree(surroundings).plant(arguments);
        commandLine
                .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true))
                .setParameterExceptionHandler((misuse, given) -> failures.misused(misuse))
                .setExecutionExceptionHandler((failure, command, parsed) -> failures.failed(failure, command))
                .setExecutionStrategy(Invocation::execute);
        try {
            return commandLine.execute(arguments);
        } catch (Throwable bug) {
            return failures.failed(bug, commandLine);
        }
    }

    private static int execute(ParseResult parsed) {
        if (parsed.hasSubcommand() || parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested()) {
            return new CommandLine.RunLast().execute(parsed);
        }
        CommandLine top = parsed.commandSpec().commandLine();
        top.usage(top.getErr(), top.getColorScheme());
        return ExitCode.MISUSED.number();
    }
}
