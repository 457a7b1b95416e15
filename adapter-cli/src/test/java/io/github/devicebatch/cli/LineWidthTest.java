package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.terminal.DisplayWidth;
import io.github.devicebatch.cli.terminal.StandardStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the commands print that need no service, on a terminal of 80 columns: a longer line would be broken within a word. */
class LineWidthTest {

    private static final int COLUMNS = 80;

    private final CommandTester tester =
            new CommandTester().on(StandardStream.OUT).with("NO_COLOR", "1");

    static Stream<String> commands() {
        return Stream.concat(
                CommandLineFactory.SUBCOMMANDS.stream().map(subcommand -> "help " + subcommand),
                Stream.of(
                        "--help",
                        "--version",
                        "demo",
                        "explain",
                        "explain 808",
                        "explain 900421",
                        "explain AADSTS50097",
                        "explain exit-4",
                        "config"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noLineIsWiderThanTheTerminal(String command) {
        assertThat(tester.run(command.split(" ")).out().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(COLUMNS));
    }

    /** Scripts get whole rows. */
    @Test
    void aPipeHasNoWidth() {
        tester.terminals.clear();

        assertThat(tester.run("explain").out())
                .contains(
                        "808   ZtdDeviceAssignedToOtherTenant       have the other tenant deregister it  only after the");
    }
}
