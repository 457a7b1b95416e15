package io.github.devicebatch.cli.signin;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.PartnerTenant;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.PartnerCenterCloud;
import io.github.devicebatch.http.SignInMethod;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sign-in settings, given by the names of their options and variables separated by spaces; each has a valid value. */
public final class SignInInput {

    private SignInInput() {}

    public static List<String> failureOf(String given) {
        UsageException misuse =
                catchThrowableOfType(UsageException.class, () -> choice(given).resolve());
        return misuse.problem().lines(TextStyle.PLAIN);
    }

    public static SignInResolver choice(String given) {
        Map<String, String> variables = new HashMap<>();
        for (SignInSetting setting : SignInSetting.values()) {
            if (List.of(given.split(" ")).contains(setting.variable())) {
                variables.put(setting.variable(), value(setting));
            }
        }
        return new SignInResolver(new SignInSettings(typed(given), new EnvironmentVariables(variables)));
    }

    public static SignInMethod method(String given) {
        return choice(given).resolve().method();
    }

    public static Map<SignInSetting, String> typed(String given) {
        Map<SignInSetting, String> typed = new EnumMap<>(SignInSetting.class);
        for (SignInSetting setting : SignInSetting.values()) {
            setting.option()
                    .filter(List.of(given.split(" "))::contains)
                    .ifPresent(name -> typed.put(setting, value(setting)));
        }
        return typed;
    }

    /** Returns the token source of options and variables, with {@code from-input} on standard input. */
    public static AccessTokenSource tokens(Map<SignInSetting, String> typed, Map<String, String> variables)
            throws InterruptedException {
        CliContext context = new CommandTester()
                .input("from-input\n")
                .surroundings(OutputStream.nullOutputStream(), new PrintStream(OutputStream.nullOutputStream()));
        return new SignInResolver(new SignInSettings(typed, new EnvironmentVariables(variables)))
                .resolve()
                .tokenSource(context, IdentityPlatform.at(PartnerCenterCloud.GLOBAL), note -> {});
    }

    private static String value(SignInSetting setting) {
        return switch (setting) {
            case TENANT -> PartnerTenant.TENANT;
            case CLIENT_ID -> PartnerTenant.CLIENT_ID;
            default -> "file";
        };
    }
}
