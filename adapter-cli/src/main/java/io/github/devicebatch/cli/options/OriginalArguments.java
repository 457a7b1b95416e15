package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.ShellQuoting;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Options of a command line as they were given, quoted for a shell. They contain no secret, so they may be logged. */
public final class OriginalArguments {

    private OriginalArguments() {}

    /**
     * Returns the given options. Placeholders replace what may be a secret: the value of {@code --token-command}, and the login
     * in {@code --proxy}. Leaves out lists of references: the references are named instead.
     */
    public static List<String> of(ParseResult parsed) {
        return parsed.matchedOptions().stream()
                .filter(option -> !option.longestName().equals(ReferenceOptions.FILE))
                .flatMap(OriginalArguments::arguments)
                .toList();
    }

    private static Stream<String> arguments(OptionSpec option) {
        if (option.arity().max() == 0) {
            return Stream.of(option.longestName());
        }
        if (option.longestName().equals(SignInOptions.TOKEN_COMMAND)) {
            return Stream.of(SignInOptions.TOKEN_COMMAND, option.paramLabel());
        }
        return option.originalStringValues().stream()
                .flatMap(value -> Stream.of(option.longestName(), ShellQuoting.quote(shown(option, value))));
    }

    private static String shown(OptionSpec option, String value) {
        return option.longestName().equals(NetworkOptions.PROXY) ? NetworkSettings.withoutLogin(value) : value;
    }
}
