package io.github.devicebatch.cli.signin;

import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.http.AppRegistration;
import io.github.devicebatch.http.SettingException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Check that mandatory sign-in settings are given.
 *
 * @param why why they are mandatory, for the message
 */
public record RequiredSettings(SignInSettings settings, String why) {

    /**
     * Checks that all of {@code required} are given.
     *
     * @throws UsageException if any is missing; the message names all that are, and how to give them
     */
    public void check(SignInSetting... required) {
        List<SignInSetting> missing = Arrays.stream(required)
                .filter(setting -> settings.find(setting).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new UsageException(Problem.of(
                    list(missing, RequiredSettings::option) + (missing.size() == 1 ? " is missing" : " are missing"),
                    why,
                    "give " + list(missing, RequiredSettings::form) + ", or set "
                            + list(missing, SignInSetting::variable)));
        }
    }

    private static String list(List<SignInSetting> missing, Function<SignInSetting, String> text) {
        return Phrases.list(missing.stream().map(text).toList());
    }

    private static String option(SignInSetting setting) {
        return setting.option().orElseThrow();
    }

    private static String form(SignInSetting setting) {
        return option(setting)
                + switch (setting) {
                    case TENANT -> " TENANT (the Directory ID or a domain)";
                    case CLIENT_ID -> " ID (the Application ID of the app registration)";
                    default -> " FILE";
                };
    }

    /**
     * Returns the app that {@code --tenant} and {@code --client-id} identify.
     *
     * @throws UsageException if one of them is missing or invalid
     */
    public AppRegistration app() {
        check(SignInSetting.TENANT, SignInSetting.CLIENT_ID);
        try {
            return settings.library().app();
        } catch (SettingException invalid) {
            throw new UsageException(Problem.of(
                    invalid.reason(),
                    "check " + settings.name(SignInSetting.TENANT) + " and " + settings.name(SignInSetting.CLIENT_ID)
                            + "; the overview of the app registration shows both"));
        }
    }
}
