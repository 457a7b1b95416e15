package io.github.devicebatch.cli.signin;

import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/**
 * What was said about signing in, and whether as an option or in a variable. A class and not a record, because a record
 * prints its parts and one of these may be a token.
 */
public final class SignInSettings {

    private final Map<SignInSetting, String> typed;
    private final EnvironmentVariables environment;

    public SignInSettings(Map<SignInSetting, String> typed, EnvironmentVariables environment) {
        this.typed = new EnumMap<>(SignInSetting.class);
        this.typed.putAll(typed);
        this.environment = environment;
    }

    public static SignInSettings of(ParseResult parsed, EnvironmentVariables environment) {
        Map<SignInSetting, String> typed = new EnumMap<>(SignInSetting.class);
        for (SignInSetting setting : SignInSetting.values()) {
            setting.option()
                    .filter(parsed::hasMatchedOption)
                    .ifPresent(name -> typed.put(setting, parsed.matchedOptionValue(name, "")));
        }
        return new SignInSettings(typed, environment);
    }

    /** Gives what was typed, else what the variable says. */
    public Optional<String> find(SignInSetting setting) {
        return Optional.ofNullable(typed.get(setting)).or(() -> environment.get(setting.variable()));
    }

    Set<SignInSetting> typedAmong(Set<SignInSetting> settings) {
        return those(settings, typed::containsKey);
    }

    Set<SignInSetting> inVariablesAmong(Set<SignInSetting> settings) {
        return those(settings, setting -> environment.get(setting.variable()).isPresent());
    }

    private static Set<SignInSetting> those(Set<SignInSetting> settings, Predicate<SignInSetting> which) {
        return settings.stream()
                .filter(which)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SignInSetting.class)));
    }

    /** Calls a setting what whoever gave it calls it. */
    String name(SignInSetting setting) {
        return setting.option().filter(name -> typed.containsKey(setting)).orElseGet(setting::variable);
    }
}
