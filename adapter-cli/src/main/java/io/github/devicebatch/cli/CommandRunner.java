package io.github.devicebatch.cli;

import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.options.SettingsFile;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.LineBufferedWriter;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.http.text.TextInput;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runner of one command line, from its arguments to its exit code. */
public record CommandRunner(CliContext context) {

    /** Runs the command that {@code arguments} name and returns its exit code; never throws. */
    public int run(String... arguments) {
        String[] cleaned = new String[arguments.length];
        for (int index = 0; index < arguments.length; index++) {
            cleaned[index] = cleaned(arguments[index]);
        }
        CliContext configured;
        CommandLine commandLine;
        try {
            configured = withSettings();
            commandLine = new CommandLineFactory(configured).create(cleaned);
        } catch (UsageException unusable) {
            return new ExceptionHandler(context).handle(unusable);
        }
        return run(commandLine, configured, cleaned);
    }

    /** Removes the white space around an argument, and around the value behind the name of an option. */
    private static String cleaned(String argument) {
        String text = TextInput.strip(argument);
        int value = text.startsWith("--") ? text.indexOf('=') + 1 : 0;
        return text.substring(0, value) + TextInput.strip(text.substring(value));
    }

    private CliContext withSettings() {
        return SettingsFile.of(context.environment(), context.properties())
                .map(file -> context.with(file.behind(context.environment())))
                .orElse(context);
    }

    private static int run(CommandLine commandLine, CliContext context, String... arguments) {
        var handler = new ExceptionHandler(context);
        commandLine
                .setOut(new PrintWriter(
                        new LineBufferedWriter(new StandardOutput(context.out()), UnaryOperator.identity()), true))
                .setErr(new PrintWriter(context.err(), true))
                .setParameterExceptionHandler((invalid, given) -> handler.handle(invalid))
                .setExecutionExceptionHandler((failure, command, parsed) -> handler.handle(failure, command))
                .setExecutionStrategy(parsed -> execute(parsed, context, handler));
        try {
            return commandLine.execute(arguments);
        } catch (Throwable bug) {
            return handler.handle(bug, commandLine);
        }
    }

    private static int execute(ParseResult parsed, CliContext context, ExceptionHandler handler) {
        CommandLine root = parsed.commandSpec().commandLine();
        try {
            checkFileNames(parsed);
            noteUnknownSettings(parsed, context);
            return execute(parsed, root);
        } catch (StandardOutput.OutputException unwritten) {
            // Help is written outside any command: picocli would print the stack trace of what fails there.
            return handler.handle(unwritten, root);
        }
    }

    private static int execute(ParseResult parsed, CommandLine root) {
        if (parsed.hasSubcommand() || parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested()) {
            return new CommandLine.RunLast().execute(parsed);
        }
        root.usage(root.getErr(), root.getColorScheme());
        return ExitCode.USAGE_ERROR.number();
    }

    /** Refuses an empty file name, which an empty variable of the shell gives; Java takes it for the working directory. */
    private static void checkFileNames(ParseResult parsed) {
        parsed.subcommands().stream()
                .flatMap(command -> command.matchedOptions().stream())
                .filter(option -> option.paramLabel().equals("FILE")
                        && option.originalStringValues().stream().anyMatch(String::isBlank))
                .findFirst()
                .ifPresent(option -> {
                    throw new ParameterException(
                            option.command().commandLine(),
                            "invalid value for option '" + option.longestName() + "': the name of the file is empty");
                });
    }

    private static void noteUnknownSettings(ParseResult parsed, CliContext context) {
        if (parsed.hasSubcommand() && context.environment().hasSettings()) {
            CommandSpec command = parsed.subcommand().commandSpec();
            Messages messages = new Messages(context.err(), TextStyle.PLAIN, Messages.Verbosity.of(command));
            unknownSettings(command.root().commandLine(), context).forEach(messages::note);
        }
    }

    /** Creates the other subcommands only if {@code commandLine} does not know each setting. */
    private static List<String> unknownSettings(CommandLine commandLine, CliContext context) {
        return new SettingNames(commandLine).unknown(context.environment()).isEmpty()
                ? List.of()
                : new SettingNames(new CommandLineFactory(context).create()).unknown(context.environment());
    }
}
