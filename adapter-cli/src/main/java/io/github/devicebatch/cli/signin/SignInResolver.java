package io.github.devicebatch.cli.signin;

import static io.github.devicebatch.cli.signin.SignInSetting.CLIENT_CERTIFICATE;
import static io.github.devicebatch.cli.signin.SignInSetting.CLIENT_CERTIFICATE_PASSWORD_FILE;
import static io.github.devicebatch.cli.signin.SignInSetting.CLIENT_ID;
import static io.github.devicebatch.cli.signin.SignInSetting.TENANT;
import static io.github.devicebatch.cli.signin.SignInSetting.TOKEN;
import static io.github.devicebatch.cli.signin.SignInSetting.TOKEN_COMMAND;
import static io.github.devicebatch.cli.signin.SignInSetting.TOKEN_FILE;

import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.http.SettingException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Resolver of the sign-in. The library chooses the method, from the options, or else the variables, or else the settings file. An
 * option that the method does not use is an error.
 */
public record SignInResolver(SignInSettings settings) {

    /** Settings of methods that use no other setting. */
    private static final Set<SignInSetting> EXCLUSIVE = EnumSet.of(TOKEN, TOKEN_FILE, TOKEN_COMMAND);

    private static final Set<SignInSetting> IDS = EnumSet.of(TENANT, CLIENT_ID);
    private static final Set<SignInSetting> DETAILS = EnumSet.of(TENANT, CLIENT_ID, CLIENT_CERTIFICATE_PASSWORD_FILE);
    private static final String APP_OPTIONS =
            "--client-secret-file FILE, --client-certificate FILE or --refresh-token-file FILE";

    /** Returns whether the access token is read from standard input. */
    public boolean readsStandardInput() {
        try {
            return signIn().filter(SignIn::readsStandardInput).isPresent();
        } catch (SettingException several) {
            return false; // reported by resolve()
        }
    }

    private Optional<SignIn> signIn() {
        return settings.library().signInMethod().map(method -> new SignIn(method, settings));
    }

    /**
     * Returns the selected sign-in. Reads no file.
     *
     * @throws UsageException if the settings select no method or several, or if one is missing or invalid
     */
    public SignIn resolve() {
        try {
            SignIn signIn = signIn().orElseThrow(this::noMethod);
            checkOptions(SignInSetting.of(signIn.method().settings()));
            if (signIn.usesIdentityPlatform()) {
                new RequiredSettings(settings, "an app signs in with the ids of its tenant and of itself").app();
            }
            return signIn;
        } catch (SettingException several) {
            throw severalMethods(withIgnored(SignInSetting.of(several.settings())));
        }
    }

    private void checkOptions(Set<SignInSetting> selected) {
        Set<SignInSetting> all = withIgnored(selected);
        if (all.size() > selected.size()) {
            throw severalMethods(all);
        }
        if (!settings.optionsAmong(Set.of(CLIENT_CERTIFICATE_PASSWORD_FILE)).isEmpty()
                && !selected.contains(CLIENT_CERTIFICATE)) {
            throw new UsageException(Problem.of(
                    "--client-certificate-password-file without --client-certificate", "give both or neither"));
        }
    }

    /** Returns {@code selected} and the options that they leave without use. */
    private Set<SignInSetting> withIgnored(Set<SignInSetting> selected) {
        Set<SignInSetting> all = EnumSet.copyOf(selected);
        if (selected.stream().anyMatch(EXCLUSIVE::contains)) {
            all.addAll(settings.optionsAmong(DETAILS));
        }
        return all;
    }

    private UsageException noMethod() {
        if (!settings.optionsAmong(IDS).isEmpty()
                || !settings.defaultsAmong(IDS).isEmpty()) {
            return new UsageException(
                    Problem.of("no access token", "the app is given, but not its credential", "give " + APP_OPTIONS));
        }
        return new UsageException(Problem.of(
                "no access token",
                "no authentication option is given",
                "give --token-file FILE (- is standard input), --token-command COMMAND, or --tenant and --client-id with "
                        + APP_OPTIONS + "; or set DEVICEBATCH_TOKEN"));
    }

    private UsageException severalMethods(Set<SignInSetting> given) {
        String names = Phrases.list(given.stream().map(settings::name).toList());
        return new UsageException(Problem.of(
                "more than one sign-in method: " + names,
                settings.optionsAmong(given).isEmpty() ? "unset all but one" : "give only one"));
    }
}
