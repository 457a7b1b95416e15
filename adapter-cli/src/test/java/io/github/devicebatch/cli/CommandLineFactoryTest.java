package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.terminal.CliContext;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class CommandLineFactoryTest {

    private static final String HELP = "help";

    private final CommandLineFactory factory = new CommandLineFactory(CliContext.ofThisProcess());

    @Test
    void addsEachSubcommandUnderItsOwnName() {
        assertThat(factory.create().getSubcommands())
                .containsOnlyKeys(Stream.concat(CommandLineFactory.SUBCOMMANDS.stream(), Stream.of(HELP))
                        .toList())
                .allSatisfy(
                        (name, command) -> assertThat(command.getCommandName()).isEqualTo(name));
    }

    /** The others are left out: a start takes as long as its command line is large. */
    @ParameterizedTest
    @ValueSource(strings = {"status", "wait", "failed", "login", "explain", "demo", "fake"})
    void addsOneSubcommandIfTheArgumentsBeginWithIt(String name) {
        CommandLine commandLine = factory.create(name, "--help");

        assertThat(commandLine.getSubcommands()).containsOnlyKeys(name, HELP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"config", "completion", "help", "stauts", "-V", "--help"})
    void addsAllSubcommandsForAnyOtherFirstArgument(String first) {
        assertThat(factory.create(first, "status").getSubcommands().keySet())
                .containsAll(CommandLineFactory.SUBCOMMANDS);
    }

    /** Their options would be created for nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help", HELP})
    void theListOfSubcommandsIsTheSameWithoutTheirOptions(String argument) {
        CommandLine commandLine = factory.create(argument);

        assertThat(commandLine.getUsageMessage())
                .isEqualTo(factory.create().getUsageMessage())
                .contains("\n  wait ");
        assertThat(CommandLineFactory.SUBCOMMANDS)
                .allSatisfy(name -> assertThat(
                                arguments(commandLine.getSubcommands().get(name)))
                        .hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-V", "--version"})
    void addsNoSubcommandForTheVersionAlone(String argument) {
        assertThat(factory.create(argument).getSubcommands()).containsOnlyKeys(HELP);
    }

    static List<String> subcommands() {
        return CommandLineFactory.SUBCOMMANDS;
    }

    @ParameterizedTest
    @MethodSource("subcommands")
    void aSubcommandIsTheSameWithoutTheOthers(String name) {
        CommandLine alone = factory.create(name).getSubcommands().get(name);
        CommandLine amongOthers = factory.create().getSubcommands().get(name);

        assertThat(alone.getUsageMessage()).isEqualTo(amongOthers.getUsageMessage());
        assertThat(arguments(alone)).isEqualTo(arguments(amongOthers)).isNotEmpty();
    }

    private static List<String> arguments(CommandLine command) {
        return command.getCommandSpec().args().stream().map(ArgSpec::toString).toList();
    }
}
