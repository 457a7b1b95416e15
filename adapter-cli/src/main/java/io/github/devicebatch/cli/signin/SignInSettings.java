package io.github.devicebatch.cli.signin;

import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import io.github.devicebatch.http.EnvironmentSettings;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/**
 * Values of the sign-in settings, from options and environment variables. A class, because {@code toString} of a record
 * prints its components and a value may be a token.
 */
public final class SignInSettings {

    private final Map<SignInSetting, String> options;
    private final EnvironmentVariables environment;

    SignInSettings(Map<SignInSetting, String> options, EnvironmentVariables environment) {
        this.options = new EnumMap<>(SignInSetting.class);
        this.options.putAll(options);
        this.environment = environment;
    }

    /** Returns the settings given as options in {@code parsed} and as variables in {@code environment}. */
    public static SignInSettings of(ParseResult parsed, EnvironmentVariables environment) {
        Map<SignInSetting, String> options = new EnumMap<>(SignInSetting.class);
        for (SignInSetting setting : SignInSetting.values()) {
            setting.option()
                    .filter(parsed::hasMatchedOption)
                    .ifPresent(name -> options.put(setting, parsed.matchedOptionValue(name, "")));
        }
        return new SignInSettings(options, environment);
    }

    /** Returns the value of the option, or else of the variable. */
    public Optional<String> find(SignInSetting setting) {
        return Optional.ofNullable(options.get(setting)).or(() -> environment.get(setting.variable()));
    }

    /** Returns these settings as the library reads them: options before variables before the settings file. */
    EnvironmentSettings library() {
        return EnvironmentSettings.of(List.of(this::option, environment::variable, environment::setting));
    }

    private Optional<String> option(String variable) {
        return SignInSetting.of(Set.of(variable)).stream().findFirst().map(options::get);
    }

    Set<SignInSetting> optionsAmong(Set<SignInSetting> settings) {
        return filter(settings, options::containsKey);
    }

    /** Returns the settings that a variable or the settings file has. */
    Set<SignInSetting> defaultsAmong(Set<SignInSetting> settings) {
        return filter(settings, setting -> environment.get(setting.variable()).isPresent());
    }

    private static Set<SignInSetting> filter(Set<SignInSetting> settings, Predicate<SignInSetting> condition) {
        return settings.stream()
                .filter(condition)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SignInSetting.class)));
    }

    /** Returns the name of the option if it is given, or else of the variable or the key of the settings file. */
    String name(SignInSetting setting) {
        return setting.option()
                .filter(name -> options.containsKey(setting))
                .orElseGet(() -> environment.origin(setting.variable()));
    }
}
