package io.github.devicebatch.cli;

import io.github.devicebatch.cli.command.CompletionCommand;
import io.github.devicebatch.cli.command.ExplainCommand;
import io.github.devicebatch.cli.command.LoginCommand;
import io.github.devicebatch.cli.command.StatusCommand;
import io.github.devicebatch.cli.command.WaitCommand;
import io.github.devicebatch.cli.fake.DemoCommand;
import io.github.devicebatch.cli.fake.FakeCommand;
import io.github.devicebatch.cli.options.Cloud;
import io.github.devicebatch.cli.options.OutputOptions;
import io.github.devicebatch.cli.options.WordConverter;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.ColorPolicy;
import io.github.devicebatch.cli.terminal.StandardStream;
import io.github.devicebatch.cli.terminal.TextStyle;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command with all below it, as help and completion describe them. */
public record CommandLineFactory(CliContext surroundings) {

    /** Plants the tree for {@code arguments}: an option that is given among them does not look at its variable. */
    public CommandLine plant(String... arguments) {
        Set<OptionSpec> given = new HashSet<>();
        CommandLine bare = bare();
        try {
            collect(bare.parseArgs(arguments), given);
        } catch (ParameterException told) {
            // by the parse that counts
        }
        List<String> names = given.stream().map(OptionSpec::longestName).toList();
        return bare().setDefaultValueProvider(new EnvironmentDefaults(surroundings.environment(), Set.copyOf(names)));
    }

    private CommandLine bare() {
        CommandLine tree = new CommandLine(new DevicebatchCommand())
                .addSubcommand(new StatusCommand(surroundings))
                .addSubcommand(new WaitCommand(surroundings))
                .addSubcommand(new LoginCommand(surroundings))
                .addSubcommand(new ExplainCommand(surroundings))
                .addSubcommand(new DemoCommand(surroundings))
                .addSubcommand(new FakeCommand(surroundings))
                .addSubcommand(new CompletionCommand(surroundings))
                .addSubcommand(new CommandLine.HelpCommand());
        TextStyle ink = surroundings.colors().textStyle(ColorPolicy.Mode.AUTO, StandardStream.OUT);
        return tree.registerConverter(OutputOptions.Format.class, new WordConverter<>(OutputOptions.Format.class))
                .registerConverter(ColorPolicy.Mode.class, new WordConverter<>(ColorPolicy.Mode.class))
                .registerConverter(Cloud.class, new WordConverter<>(Cloud.class))
                .registerConverter(CompletionCommand.Shell.class, new WordConverter<>(CompletionCommand.Shell.class))
                .setColorScheme(CommandLine.Help.defaultColorScheme(ink == TextStyle.ANSI ? Ansi.ON : Ansi.OFF));
    }

    private static void collect(ParseResult parsed, Collection<OptionSpec> given) {
        given.addAll(parsed.matchedOptions());
        parsed.subcommands().forEach(below -> collect(below, given));
    }
}
