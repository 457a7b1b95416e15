package io.github.devicebatch.cli;

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
record CommandTree(Surroundings surroundings) {

    /** Plants the tree for {@code arguments}: an option that is given among them does not look at its variable. */
    CommandLine plant(String... arguments) {
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
        CommandLine tree = new CommandLine(new Devicebatch())
                .addSubcommand(new StatusCommand(surroundings))
                .addSubcommand(new WaitCommand(surroundings))
                .addSubcommand(new LoginCommand(surroundings))
                .addSubcommand(new ExplainCommand(surroundings))
                .addSubcommand(new DemoCommand(surroundings))
                .addSubcommand(new FakeCommand(surroundings))
                .addSubcommand(new CompletionCommand(surroundings))
                .addSubcommand(new CommandLine.HelpCommand());
        Ink ink = surroundings.colors().ink(ColorWhen.AUTO, StandardStream.OUT);
        return tree.registerConverter(OutputFormat.class, new WordConverter<>(OutputFormat.class))
                .registerConverter(ColorWhen.class, new WordConverter<>(ColorWhen.class))
                .registerConverter(Cloud.class, new WordConverter<>(Cloud.class))
                .registerConverter(CompletionShell.class, new WordConverter<>(CompletionShell.class))
                .setColorScheme(CommandLine.Help.defaultColorScheme(ink == Ink.ANSI ? Ansi.ON : Ansi.OFF));
    }

    private static void collect(ParseResult parsed, Collection<OptionSpec> given) {
        given.addAll(parsed.matchedOptions());
        parsed.subcommands().forEach(below -> collect(below, given));
    }
}
