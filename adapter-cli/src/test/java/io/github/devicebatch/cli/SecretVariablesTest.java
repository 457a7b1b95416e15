package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.signin.SignInSetting;
import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The variables of the command that a token command does not inherit. */
class SecretVariablesTest {

    private static final Pattern MAY_BE_SECRET = Pattern.compile("TOKEN|SECRET|PASSWORD|PROXY|COMMAND|KEY");

    private final CommandLine command = new CommandLineFactory(new CommandTester()
                    .surroundings(OutputStream.nullOutputStream(), new PrintStream(OutputStream.nullOutputStream())))
            .create();

    @Test
    void everyVariableThatMayContainASecretIsListed() {
        Set<String> variables = Stream.concat(
                        command.getSubcommands().values().stream()
                                .flatMap(child -> child.getCommandSpec().options().stream())
                                .filter(option -> option.arity().max() > 0)
                                .map(SecretVariablesTest::variable),
                        Arrays.stream(SignInSetting.values()).map(SignInSetting::variable))
                .filter(name -> MAY_BE_SECRET.matcher(name).find() && !name.endsWith("_FILE"))
                .collect(Collectors.toSet());

        assertThat(EnvironmentVariables.SECRET).isEqualTo(variables);
    }

    private static String variable(OptionSpec option) {
        String name = option.longestName().replaceFirst("^-+", "");
        return "DEVICEBATCH_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
