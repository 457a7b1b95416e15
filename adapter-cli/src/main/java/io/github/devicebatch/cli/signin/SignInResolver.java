package io.github.devicebatch.cli.signin;

import static io.github.devicebatch.cli.signin.SignInSetting.CLIENT_CERTIFICATE;
import static io.github.devicebatch.cli.signin.SignInSetting.CLIENT_CERTIFICATE_PASSWORD_FILE;
import static io.github.devicebatch.cli.signin.SignInSetting.CLIENT_ID;
import static io.github.devicebatch.cli.signin.SignInSetting.CLIENT_SECRET_FILE;
import static io.github.devicebatch.cli.signin.SignInSetting.REFRESH_TOKEN_FILE;
import static io.github.devicebatch.cli.signin.SignInSetting.TENANT;
import static io.github.devicebatch.cli.signin.SignInSetting.TOKEN;
import static io.github.devicebatch.cli.signin.SignInSetting.TOKEN_COMMAND;
import static io.github.devicebatch.cli.signin.SignInSetting.TOKEN_FILE;

import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Resolver of the sign-in method. Of the settings that select a method, given options take precedence over all variables.
 * Two methods at once are an error.
 */
public record SignInResolver(SignInSettings settings) {

    private static final Set<SignInSetting> SELECTORS =
            EnumSet.of(TOKEN, TOKEN_FILE, TOKEN_COMMAND, CLIENT_SECRET_FILE, CLIENT_CERTIFICATE, REFRESH_TOKEN_FILE);

    /** Selectors that cannot be combined with any other setting. */
    private static final Set<SignInSetting> EXCLUSIVE = EnumSet.of(TOKEN, TOKEN_FILE, TOKEN_COMMAND);

    private static final Set<SignInSetting> CREDENTIALS = EnumSet.of(CLIENT_SECRET_FILE, CLIENT_CERTIFICATE);
    private static final Set<SignInSetting> IDS = EnumSet.of(TENANT, CLIENT_ID);
    private static final Set<SignInSetting> DETAILS = EnumSet.of(TENANT, CLIENT_ID, CLIENT_CERTIFICATE_PASSWORD_FILE);
    private static final String APP_OPTIONS =
            "--client-secret-file FILE, --client-certificate FILE or --refresh-token-file FILE";

    /** Returns whether the access token is read from standard input. */
    public boolean readsStandardInput() {
        return selected().contains(TOKEN_FILE) && new TokenFile(value(TOKEN_FILE)).isStandardInput();
    }

    private Set<SignInSetting> selected() {
        Set<SignInSetting> options = settings.optionsAmong(SELECTORS);
        Set<SignInSetting> variables = settings.variablesAmong(SELECTORS);
        return !options.isEmpty() ? options : !variables.isEmpty() ? variables : settings.defaultsAmong(SELECTORS);
    }

    /**
     * Returns the selected method. Reads no file.
     *
     * @throws UsageException if the settings select no method or several, or if one is missing or invalid
     */
    public SignInMethod resolve() {
        Set<SignInSetting> selected = selected();
        checkOneMethod(selected);
        if (selected.contains(TOKEN)) {
            return new SignInMethod.TokenInVariable(value(TOKEN));
        }
        if (selected.contains(TOKEN_FILE)) {
            return new SignInMethod.TokenInFile(new TokenFile(value(TOKEN_FILE)));
        }
        if (selected.contains(TOKEN_COMMAND)) {
            return new SignInMethod.TokenByCommand(value(TOKEN_COMMAND));
        }
        return app(selected);
    }

    private SignInMethod.AppSignIn app(Set<SignInSetting> selected) {
        Optional<AppCredentialFile> credential = Optional.empty();
        if (selected.contains(CLIENT_SECRET_FILE)) {
            credential = Optional.of(AppCredentialFile.secret(value(CLIENT_SECRET_FILE)));
        } else if (selected.contains(CLIENT_CERTIFICATE)) {
            credential = Optional.of(AppCredentialFile.certificate(
                    value(CLIENT_CERTIFICATE), settings.find(CLIENT_CERTIFICATE_PASSWORD_FILE)));
        }
        Optional<SecretFile> refreshToken = selected.contains(REFRESH_TOKEN_FILE)
                ? Optional.of(new SecretFile(SecretFile.Kind.REFRESH_TOKEN, value(REFRESH_TOKEN_FILE)))
                : Optional.empty();
        var required = new RequiredSettings(settings, "an app signs in with the ids of its tenant and of itself");
        return new SignInMethod.AppSignIn(required.app(), credential, refreshToken);
    }

    private String value(SignInSetting setting) {
        return settings.find(setting).orElseThrow();
    }

    private void checkOneMethod(Set<SignInSetting> selected) {
        if (selected.isEmpty()) {
            throw noMethod();
        }
        Set<SignInSetting> all = EnumSet.copyOf(selected);
        all.addAll(settings.optionsAmong(DETAILS));
        if (all.size() > 1 && all.stream().anyMatch(EXCLUSIVE::contains)) {
            throw severalMethods(all);
        }
        if (selected.containsAll(CREDENTIALS)) {
            throw severalMethods(CREDENTIALS);
        }
        if (all.contains(CLIENT_CERTIFICATE_PASSWORD_FILE) && !selected.contains(CLIENT_CERTIFICATE)) {
            throw new UsageException(Problem.of(
                    "--client-certificate-password-file without --client-certificate", "give both or neither"));
        }
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
