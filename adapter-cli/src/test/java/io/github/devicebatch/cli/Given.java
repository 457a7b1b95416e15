package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings of a sign-in, given by the names of their options and variables in a row; each has a value that would do. */
final class Given {

    private Given() {}

    static List<String> failureOf(String given) {
        Misuse misuse = catchThrowableOfType(Misuse.class, () -> choice(given).way());
        return misuse.problem().lines(Ink.PLAIN);
    }

    static TokenChoice choice(String given) {
        Map<String, String> variables = new HashMap<>();
        for (SignInSetting setting : SignInSetting.values()) {
            if (List.of(given.split(" ")).contains(setting.variable())) {
                variables.put(setting.variable(), value(setting));
            }
        }
        return new TokenChoice(new SignInSettings(typed(given), new Environment(variables)));
    }

    static Map<SignInSetting, String> typed(String given) {
        Map<SignInSetting, String> typed = new EnumMap<>(SignInSetting.class);
        for (SignInSetting setting : SignInSetting.values()) {
            setting.option()
                    .filter(List.of(given.split(" "))::contains)
                    .ifPresent(name -> typed.put(setting, value(setting)));
        }
        return typed;
    }

    private static String value(SignInSetting setting) {
        return switch (setting) {
            case TENANT -> Partner.TENANT;
            case CLIENT_ID -> Partner.CLIENT_ID;
            default -> "file";
        };
    }
}
