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
 * Decides where access tokens come from. Of the settings that begin a way, those that were typed win over all variables; two
 * ways at once are an error, because neither is meant more than the other.
 */
public record SignInResolver(SignInSettings settings) {

    private static final Set<SignInSetting> BEGINNINGS =
            EnumSet.of(TOKEN, TOKEN_FILE, TOKEN_COMMAND, CLIENT_SECRET_FILE, CLIENT_CERTIFICATE, REFRESH_TOKEN_FILE);

    public boolean readsStandardInput() {
        return chosen().contains(TOKEN_FILE) && new TokenFile(value(TOKEN_FILE)).isStandardInput();
    }

    private Set<SignInSetting> chosen() {
        Set<SignInSetting> typed = settings.typedAmong(BEGINNINGS);
        return typed.isEmpty() ? settings.inVariablesAmong(BEGINNINGS) : typed;
    }

    /**
     * Decides. Nothing is read yet.
     *
     * @throws UsageException if nothing was given, too much, or something that cannot be
     */
    public SignInMethod way() {
        Set<SignInSetting> chosen = chosen();
        new SignInCheck(settings).demandOne(chosen);
        if (chosen.contains(TOKEN)) {
            return new SignInMethod.TokenInVariable(value(TOKEN));
        }
        if (chosen.contains(TOKEN_FILE)) {
            return new SignInMethod.TokenInFile(new TokenFile(value(TOKEN_FILE)));
        }
        if (chosen.contains(TOKEN_COMMAND)) {
            return new SignInMethod.TokenByCommand(value(TOKEN_COMMAND));
        }
        return app(chosen);
    }

    private SignInMethod.AppSignIn app(Set<SignInSetting> chosen) {
        Optional<AppCredentialFile> credential = Optional.empty();
        if (chosen.contains(CLIENT_SECRET_FILE)) {
            credential = Optional.of(AppCredentialFile.secret(value(CLIENT_SECRET_FILE)));
        } else if (chosen.contains(CLIENT_CERTIFICATE)) {
            credential = Optional.of(AppCredentialFile.certificate(
                    value(CLIENT_CERTIFICATE), settings.find(CLIENT_CERTIFICATE_PASSWORD_FILE)));
        }
        Optional<SecretFile> refreshToken = chosen.contains(REFRESH_TOKEN_FILE)
                ? Optional.of(new SecretFile(SecretFile.Kind.REFRESH_TOKEN, value(REFRESH_TOKEN_FILE)))
                : Optional.empty();
        var needed = new RequiredSettings(settings, "an app signs in with the ids of its tenant and of itself");
        return new SignInMethod.AppSignIn(needed.app(), credential, refreshToken);
    }

    private String value(SignInSetting setting) {
        return settings.find(setting).orElseThrow();
    }

    /** Finds out whether what was said about signing in says one thing. */
    record SignInCheck(SignInSettings settings) {

        /** Each of these is a way by itself: it goes together with nothing else. */
        private static final Set<SignInSetting> ALONE = EnumSet.of(TOKEN, TOKEN_FILE, TOKEN_COMMAND);

        private static final Set<SignInSetting> CREDENTIALS = EnumSet.of(CLIENT_SECRET_FILE, CLIENT_CERTIFICATE);
        private static final Set<SignInSetting> IDS = EnumSet.of(TENANT, CLIENT_ID);
        private static final Set<SignInSetting> DETAILS =
                EnumSet.of(TENANT, CLIENT_ID, CLIENT_CERTIFICATE_PASSWORD_FILE);
        private static final String APP_WAYS =
                "--client-secret-file FILE, --client-certificate FILE or --refresh-token-file FILE";

        /**
         * Demands that there is one way.
         *
         * @param chosen the settings that begin a way
         * @throws UsageException if there is none or more than one
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
                throw new UsageException(Problem.of(
                        "--client-certificate-password-file without --client-certificate", "give both or none"));
            }
        }

        private UsageException none() {
            if (!settings.typedAmong(IDS).isEmpty()
                    || !settings.inVariablesAmong(IDS).isEmpty()) {
                return new UsageException(Problem.of(
                        "no access token", "it is said which app signs in, but not with what", "give " + APP_WAYS));
            }
            return new UsageException(Problem.of(
                    "no access token",
                    "nothing says how to sign in",
                    "give --token-file FILE (- reads standard input), --token-command COMMAND, or --tenant and --client-id"
                            + " with " + APP_WAYS + "; or set DEVICEBATCH_TOKEN"));
        }

        private UsageException several(Set<SignInSetting> meant) {
            String names = Phrases.list(meant.stream().map(settings::name).toList());
            return new UsageException(Problem.of(
                    "more than one way to sign in: " + names,
                    settings.typedAmong(meant).isEmpty() ? "unset all but one" : "leave all but one away"));
        }
    }
}
