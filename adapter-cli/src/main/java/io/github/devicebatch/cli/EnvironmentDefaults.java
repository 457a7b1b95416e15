package io.github.devicebatch.cli;

import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Provider of option defaults from environment variables: {@code DEVICEBATCH_BASE_URL} for {@code --base-url}.
 *
 * @param given the longest names of the options whose variables are ignored
 */
record EnvironmentDefaults(EnvironmentVariables environment, Set<String> given) implements IDefaultValueProvider {

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option && applies(option)
                ? environment.get(variable(option)).orElse(null)
                : null;
    }

    /** Returns the variable, or the key of the settings file, that {@code argument} takes its value from; empty if none. */
    Optional<String> origin(ArgSpec argument) {
        return Optional.ofNullable(argument)
                .filter(spec -> defaultValue(spec) != null)
                .map(spec -> origin(variable((OptionSpec) spec)));
    }

    private String origin(String variable) {
        return (environment.variable(variable).isPresent() ? "the variable " : "") + environment.origin(variable);
    }

    private boolean applies(OptionSpec option) {
        return !option.usageHelp() && !option.versionHelp() && !given.contains(option.longestName());
    }

    private static String variable(OptionSpec option) {
        return EnvironmentVariables.variableOf(option.longestName().replaceFirst("^-+", ""));
    }
}
