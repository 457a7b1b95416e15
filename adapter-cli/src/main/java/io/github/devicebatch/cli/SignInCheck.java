package io.github.devicebatch.cli;

import static io.github.devicebatch.cli.SignInSetting.CLIENT_CERTIFICATE;
import static io.github.devicebatch.cli.SignInSetting.CLIENT_CERTIFICATE_PASSWORD_FILE;
import static io.github.devicebatch.cli.SignInSetting.CLIENT_ID;
import static io.github.devicebatch.cli.SignInSetting.CLIENT_SECRET_FILE;
import static io.github.devicebatch.cli.SignInSetting.TENANT;
import static io.github.devicebatch.cli.SignInSetting.TOKEN;
import static io.github.devicebatch.cli.SignInSetting.TOKEN_COMMAND;
import static io.github.devicebatch.cli.SignInSetting.TOKEN_FILE;

import java.util.EnumSet;
import java.util.Set;

/** Finds out whether what was said about signing in says one thing. */
record SignInCheck(SignInSettings settings) {

    /** Each of these is a way by itself: it goes together with nothing else. */
    private static final Set<SignInSetting> ALONE = EnumSet.of(TOKEN, TOKEN_FILE, TOKEN_COMMAND);

    private static final Set<SignInSetting> CREDENTIALS = EnumSet.of(CLIENT_SECRET_FILE, CLIENT_CERTIFICATE);
    private static final Set<SignInSetting> IDS = EnumSet.of(TENANT, CLIENT_ID);
    private static final Set<SignInSetting> DETAILS = EnumSet.of(TENANT, CLIENT_ID, CLIENT_CERTIFICATE_PASSWORD_FILE);
    private static final String APP_WAYS =
            "--client-secret-file FILE, --client-certificate FILE or --refresh-token-file FILE";

    /**
     * Demands that there is one way.
     *
     * @param chosen the settings that begin a way
     * @throws Misuse if there is none or more than one
     */
    void demandOne(Set<SignInSetting> chosen) {
        if (chosen.isEmpty()) {
            throw none();
        }
        Set<SignInSetting> meant = EnumSet.copyOf(chosen);
        meant.addAll(settings.typedAmong(DETAILS));
        if (meant.size() > 1 && meant.stream().anyMatch(ALONE::contains)) {
            throw several(meant);
        }
        if (chosen.containsAll(CREDENTIALS)) {
            throw several(CREDENTIALS);
        }
        if (meant.contains(CLIENT_CERTIFICATE_PASSWORD_FILE) && !chosen.contains(CLIENT_CERTIFICATE)) {
            throw new Misuse(
                    Problem.of("--client-certificate-password-file without --client-certificate", "give both or none"));
        }
    }

    private Misuse none() {
        if (!settings.typedAmong(IDS).isEmpty()
                || !settings.inVariablesAmong(IDS).isEmpty()) {
            return new Misuse(Problem.of(
                    "no access token", "it is said which app signs in, but not with what", "give " + APP_WAYS));
        }
        return new Misuse(Problem.of(
                "no access token",
                "nothing says how to sign in",
                "give --token-file FILE (- reads standard input), --token-command COMMAND, or --tenant and --client-id"
                        + " with " + APP_WAYS + "; or set DEVICEBATCH_TOKEN"));
    }

    private Misuse several(Set<SignInSetting> meant) {
        String names = Enumerated.of(meant.stream().map(settings::name).toList());
        return new Misuse(Problem.of(
                "more than one way to sign in: " + names,
                settings.typedAmong(meant).isEmpty() ? "unset all but one" : "leave all but one away"));
    }
}
