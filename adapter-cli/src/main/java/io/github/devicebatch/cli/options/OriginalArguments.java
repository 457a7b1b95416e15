package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.ShellQuoting;
import io.github.devicebatch.cli.signin.SignInSetting;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options of a command as they were typed, to be typed once more. None of them is a secret: no option takes one. Only a
 * token command may have one in it all the same, and what is printed here ends in logs: it is left to be filled in.
 */
public final class OriginalArguments {

    private static final String TOKEN_COMMAND =
            SignInSetting.TOKEN_COMMAND.option().orElseThrow();

    private OriginalArguments() {}

    public static List<String> of(ParseResult parsed) {
        return parsed.matchedOptions().stream()
                .flatMap(OriginalArguments::typed)
                .toList();
    }

    private static Stream<String> typed(OptionSpec option) {
        if (option.arity().max() == 0) {
            return Stream.of(option.longestName());
        }
        if (option.longestName().equals(TOKEN_COMMAND)) {
            return Stream.of(TOKEN_COMMAND, option.paramLabel());
        }
        return option.originalStringValues().stream()
                .flatMap(value -> Stream.of(option.longestName(), ShellQuoting.quote(value)));
    }
}
