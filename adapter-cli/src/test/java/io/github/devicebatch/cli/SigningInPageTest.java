package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.cli.message.EntraError;
import io.github.devicebatch.cli.signin.SignInSetting;
import io.github.devicebatch.cli.support.CommandTester;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The options, settings and error codes in {@code docs/signing-in.md}. */
class SigningInPageTest {

    private static final Path PAGE = Path.of("..", "docs", "signing-in.md");

    private final CommandLine command = new CommandLineFactory(new CommandTester()
                    .surroundings(OutputStream.nullOutputStream(), new PrintStream(OutputStream.nullOutputStream())))
            .create();

    @Test
    void everyOptionOnThePageExists() throws IOException {
        Set<String> options = Stream.of("status", "login", "fake")
                .flatMap(name -> command.getSubcommands().get(name).getCommandSpec().options().stream())
                .map(option -> option.longestName())
                .collect(Collectors.toSet());

        assertThat(found("(?<![\\w-])--[a-z][a-z-]+")).hasSizeGreaterThan(8).isSubsetOf(options);
    }

    @Test
    void thePageNamesEverySetting() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains(Stream.of(SignInSetting.values())
                        .map(setting -> setting.option().orElseGet(setting::variable))
                        .toList());
    }

    @Test
    void theCommandExplainsEveryErrorCodeOnThePage() throws IOException {
        assertThat(found("(?<=AADSTS)\\d+"))
                .isNotEmpty()
                .allSatisfy(number -> assertThat(EntraError.find(Fault.of("", "AADSTS" + number)))
                        .isPresent());
    }

    @Test
    void thePageHasARowForEveryKindWithANumber() throws IOException {
        assertThat(Files.readAllLines(PAGE))
                .containsSubsequence(Arrays.stream(EntraError.values())
                        .filter(error -> !error.numbers().isEmpty())
                        .map(error -> "| "
                                + error.numbers().stream().map(String::valueOf).collect(Collectors.joining(", "))
                                + " | " + error.meaning() + " | " + error.remedy() + " |")
                        .toList());
    }

    private static Set<String> found(String pattern) throws IOException {
        try (Stream<String> lines = Files.lines(PAGE)) {
            return lines.filter(line -> !line.contains("'az "))
                    .flatMap(line -> Pattern.compile(pattern).matcher(line).results())
                    .map(MatchResult::group)
                    .collect(Collectors.toSet());
        }
    }
}
