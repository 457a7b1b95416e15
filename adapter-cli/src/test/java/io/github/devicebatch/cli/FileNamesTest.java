package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.cli.terminal.CliContext;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every option that takes the name of a file. */
class FileNamesTest {

    private final CommandTester tester = new CommandTester();

    static Stream<Arguments> options() {
        return new CommandLineFactory(CliContext.ofThisProcess())
                .create().getSubcommands().values().stream()
                        .map(CommandLine::getCommandSpec)
                        .flatMap(command -> command.options().stream()
                                .filter(option ->
                                        option.longestName().matches("--.*file|--client-certificate|--from|--scenario"))
                                .map(option -> arguments(command.name(), option.longestName())));
    }

    @ParameterizedTest
    @MethodSource("options")
    void anEmptyNameIsRefused(String command, String option) {
        if (!option.equals("--from")) {
            tester.with("DEVICEBATCH_FROM", "upload.csv"); // failed requires it
        }

        RunResult result = tester.run(command, option + "=");

        assertThat(result)
                .isEqualTo(new RunResult(
                        2,
                        "",
                        "error: invalid value for option '" + option + "': the name of the file is empty\n"
                                + "try: devicebatch help " + command + "\n"));
    }
}
