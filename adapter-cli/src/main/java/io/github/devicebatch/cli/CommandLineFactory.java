package io.github.devicebatch.cli;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.cli.command.CompletionCommand;
import io.github.devicebatch.cli.command.ConfigCommand;
import io.github.devicebatch.cli.command.ExplainCommand;
import io.github.devicebatch.cli.command.FailedCommand;
import io.github.devicebatch.cli.command.LoginCommand;
import io.github.devicebatch.cli.command.StatusCommand;
import io.github.devicebatch.cli.command.WaitCommand;
import io.github.devicebatch.cli.fake.DemoCommand;
import io.github.devicebatch.cli.fake.FakeCommand;
import io.github.devicebatch.cli.options.Converters;
import io.github.devicebatch.cli.options.CustomerNames;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.ColorPolicy;
import io.github.devicebatch.cli.terminal.StandardStream;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.cli.upload.Inclusion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Factory of the picocli command line: the subcommands, their converters, and defaults from environment variables. */
record CommandLineFactory(CliContext context) {

    /** The names of the subcommands, in the order of the help. */
    static final List<String> SUBCOMMANDS =
            List.of("status", "wait", "failed", "login", "explain", "demo", "fake", "config", "completion");

    /** The subcommands that use no option of another one. */
    private static final Set<String> INDEPENDENT =
            Set.of("status", "wait", "failed", "login", "explain", "demo", "fake");

    /** Arguments that show the list of subcommands, and no option of them. */
    private static final Set<List<String>> LISTING = Set.of(List.of("-h"), List.of("--help"), List.of("help"));

    /** Arguments that show no subcommand. */
    private static final Set<List<String>> VERSION = Set.of(List.of("-V"), List.of("--version"));

    /**
     * Creates the command line. The model of each subcommand takes time at every start. Therefore it has only the subcommand that
     * {@code arguments} begin with, or none for the version, or subcommands without options for their list. It has all of them if the
     * arguments begin with another word, or the subcommand shows the others.
     *
     * <p>An option given in {@code arguments} ignores its environment variable. To know which are given takes a parse without
     * variables, because picocli also converts the default of a given option.
     */
    CommandLine create(String... arguments) {
        CommandLine commandLine = Converters.register(commandLine(arguments), CustomerNames.of(context.environment()))
                .registerConverter(CompletionCommand.Shell.class, Converters.constantOf(CompletionCommand.Shell.class))
                .registerConverter(Inclusion.class, Converters.constantOf(Inclusion.class));
        Set<String> given = context.environment().hasSettings() ? given(commandLine, arguments) : Set.of();
        return commandLine.setDefaultValueProvider(new EnvironmentDefaults(context.environment(), given));
    }

    private CommandLine commandLine(String... arguments) {
        CommandLine commandLine = new CommandLine(new DevicebatchCommand());
        boolean onlyListed = LISTING.contains(List.of(arguments));
        for (String name : subcommands(arguments)) {
            commandLine.addSubcommand(name, onlyListed ? listed(subcommand(name)) : subcommand(name));
        }
        addHelpOption(commandLine);
        commandLine.getSubcommands().values().forEach(CommandLineFactory::addHelpOption);
        commandLine.getCommandSpec().addOption(versionOption());
        TextStyle style = context.colors().textStyle(ColorPolicy.Mode.AUTO, StandardStream.OUT);
        return commandLine
                .addSubcommand(new CommandLine.HelpCommand())
                .setColorScheme(CommandLine.Help.defaultColorScheme(style == TextStyle.ANSI ? Ansi.ON : Ansi.OFF));
    }

    private static List<String> subcommands(String... arguments) {
        if (VERSION.contains(List.of(arguments))) {
            return List.of();
        }
        return arguments.length > 0 && INDEPENDENT.contains(arguments[0]) ? List.of(arguments[0]) : SUBCOMMANDS;
    }

    /** Returns a model of {@code subcommand} with what the list of subcommands shows. */
    private static CommandLine listed(Object subcommand) {
        CommandSpec listed = CommandSpec.create();
        listed.usageMessage()
                .header(requireNonNull(subcommand.getClass().getAnnotation(Command.class))
                        .header());
        return new CommandLine(listed);
    }

    private Object subcommand(String name) {
        return switch (name) {
            case "status" -> new StatusCommand(context);
            case "wait" -> new WaitCommand(context);
            case "failed" -> new FailedCommand(context);
            case "login" -> new LoginCommand(context);
            case "explain" -> new ExplainCommand(context);
            case "demo" -> new DemoCommand(context);
            case "fake" -> new FakeCommand(context);
            case "config" -> new ConfigCommand(context);
            case "completion" -> new CompletionCommand(context);
            default -> throw new IllegalArgumentException("unknown subcommand: " + name);
        };
    }

    private static void addHelpOption(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .type(boolean.class)
                        .usageHelp(true)
                        .description("Show this help.")
                        .build());
    }

    private static OptionSpec versionOption() {
        return OptionSpec.builder("-V", "--version")
                .type(boolean.class)
                .versionHelp(true)
                .description("Show the versions of devicebatch and Java.")
                .build();
    }

    private static Set<String> given(CommandLine commandLine, String... arguments) {
        Set<String> names = new HashSet<>();
        try {
            collect(commandLine.parseArgs(arguments), names);
        } catch (ParameterException reportedLater) {
            // ignored: the parse that runs the command reports it
        }
        return names;
    }

    private static void collect(ParseResult parsed, Set<String> names) {
        parsed.matchedOptions().forEach(option -> names.add(option.longestName()));
        parsed.subcommands().forEach(subcommand -> collect(subcommand, names));
    }
}
