package io.github.devicebatch.cli.signin;

import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.http.AppRegistration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Settings that a sign-in does not work without.
 *
 * @param settings what was given
 * @param why what they are needed for
 */
public record RequiredSettings(SignInSettings settings, String why) {

    /**
     * Demands that all of them were given.
     *
     * @throws UsageException if any is missing; it names all that are, and how to give them
     */
    public void demand(SignInSetting... needed) {
        List<SignInSetting> missing = Arrays.stream(needed)
                .filter(setting -> settings.find(setting).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new UsageException(Problem.of(
                    joined(missing, RequiredSettings::option) + (missing.size() == 1 ? " is missing" : " are missing"),
                    why,
                    "give " + joined(missing, RequiredSettings::form) + ", or set "
                            + joined(missing, SignInSetting::variable)));
        }
    }

    private static String joined(List<SignInSetting> missing, Function<SignInSetting, String> words) {
        return Phrases.list(missing.stream().map(words).toList());
    }

    private static String option(SignInSetting setting) {
        return setting.option().orElseThrow();
    }

    private static String form(SignInSetting setting) {
        return option(setting)
                + switch (setting) {
                    case TENANT -> " TENANT (the Directory ID, or a domain of it)";
                    case CLIENT_ID -> " ID (the Application ID of the app registration)";
                    default -> " FILE";
                };
    }

    /**
     * Gives the application that they name.
     *
     * @throws UsageException if its ids are missing or none
     */
    public AppRegistration app() {
        demand(SignInSetting.TENANT, SignInSetting.CLIENT_ID);
        try {
            return new AppRegistration(value(SignInSetting.TENANT), value(SignInSetting.CLIENT_ID));
        } catch (IllegalArgumentException noIds) {
            throw new UsageException(Problem.of(
                    noIds.getMessage(),
                    "check " + settings.name(SignInSetting.TENANT) + " and " + settings.name(SignInSetting.CLIENT_ID)
                            + "; the overview of the app registration shows both"));
        }
    }

    private String value(SignInSetting setting) {
        return settings.find(setting).orElseThrow();
    }
}
