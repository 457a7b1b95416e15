package io.github.devicebatch.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;

/** One run of the command, from its arguments to its exit code. */
record Invocation(Surroundings surroundings) {

    int run(String... arguments) {
        CommandLine commandLine = commandLine();
        var failures = new Failures(surroundings);
        commandLine.setParameterExceptionHandler((misuse, given) -> failures.misused(misuse));
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> failures.failed(failure, command));
        commandLine.setExecutionStrategy(this::execute);
        try {
            return commandLine.execute(arguments);
        } catch (Throwable bug) {
            return failures.failed(bug, commandLine);
        } finally {
            surroundings.out().flush();
            surroundings.err().flush();
        }
    }

    /** Gives the command with all below it, as the help and the completion describe it. */
    CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Devicebatch())
                .addSubcommand(new StatusCommand(surroundings))
                .addSubcommand(new ExplainCommand(surroundings))
                .addSubcommand(new DemoCommand(surroundings))
                .addSubcommand(new FakeCommand(surroundings))
                .addSubcommand(new CompletionCommand(surroundings))
                .addSubcommand(new CommandLine.HelpCommand());
        Ink ink = surroundings.colors().ink(ColorWhen.AUTO, StandardStream.OUT);
        return commandLine
                .setDefaultValueProvider(new EnvironmentDefaults(surroundings.environment()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(ink == Ink.ANSI ? Ansi.ON : Ansi.OFF))
                .setOut(new PrintWriter(surroundings.out(), true))
                .setErr(new PrintWriter(surroundings.err(), true));
    }

    private int execute(ParseResult parsed) {
        if (parsed.hasSubcommand() || parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested()) {
            return new CommandLine.RunLast().execute(parsed);
        }
        CommandLine top = parsed.commandSpec().commandLine();
        top.usage(top.getErr(), top.getColorScheme());
        return ExitCode.MISUSED.number();
    }
}
