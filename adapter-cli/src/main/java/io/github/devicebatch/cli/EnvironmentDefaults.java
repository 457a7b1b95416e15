package io.github.devicebatch.cli;

import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Takes the default of an option from its variable: that of {@code --base-url} is {@code DEVICEBATCH_BASE_URL}. */
record EnvironmentDefaults(Environment environment) implements IDefaultValueProvider {

    @Override
    public String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option && !option.usageHelp() && !option.versionHelp()
                ? environment.get(variable(option)).orElse(null)
                : null;
    }

    /** Names the variable whose value {@code argument} has been given, if it is that value. */
    Optional<String> origin(ArgSpec argument, Optional<String> value) {
        return argument instanceof OptionSpec option
                ? Optional.of(variable(option))
                        .filter(name -> environment.get(name).equals(value))
                : Optional.empty();
    }

    static String variable(OptionSpec option) {
        return "DEVICEBATCH_"
                + option.longestName().replaceFirst("^-+", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
