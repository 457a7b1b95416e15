package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import io.github.devicebatch.http.EnvironmentSettings;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * Settings of one run, by the names of their variables: an option takes precedence over its variable, and that over the settings
 * file. A class, because {@code toString} of a record prints its components and a value may contain a password.
 */
final class CommandSettings {

    private final ParseResult parsed;
    private final EnvironmentVariables environment;
    private final EnvironmentSettings library = EnvironmentSettings.of(this::find);

    CommandSettings(ParseResult parsed, EnvironmentVariables environment) {
        this.parsed = parsed;
        this.environment = environment;
    }

    /** Returns the settings as the library reads them. */
    EnvironmentSettings library() {
        return library;
    }

    Optional<String> find(String variable) {
        return option(variable).or(() -> environment.get(variable));
    }

    /** Returns the value of the option with the variable {@code variable}; empty if it is not given. */
    Optional<String> option(String variable) {
        return optionName(variable)
                .filter(parsed::hasMatchedOption)
                .map(name -> parsed.matchedOption(name).originalStringValues().getLast());
    }

    /** Returns where the value of a variable comes from: an option, the variable itself, or a key in the settings file. */
    String source(String variable) {
        return optionName(variable).filter(parsed::hasMatchedOption).orElseGet(() -> environment.origin(variable));
    }

    private static Optional<String> optionName(String variable) {
        return variable.startsWith(EnvironmentVariables.PREFIX)
                ? Optional.of("--"
                        + variable.substring(EnvironmentVariables.PREFIX.length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'))
                : Optional.empty();
    }
}
