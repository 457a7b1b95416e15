package io.github.devicebatch.cli;

import static io.github.devicebatch.cli.SignInSetting.CLIENT_CERTIFICATE;
import static io.github.devicebatch.cli.SignInSetting.CLIENT_CERTIFICATE_PASSWORD_FILE;
import static io.github.devicebatch.cli.SignInSetting.CLIENT_SECRET_FILE;
import static io.github.devicebatch.cli.SignInSetting.REFRESH_TOKEN_FILE;
import static io.github.devicebatch.cli.SignInSetting.TOKEN;
import static io.github.devicebatch.cli.SignInSetting.TOKEN_COMMAND;
import static io.github.devicebatch.cli.SignInSetting.TOKEN_FILE;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Decides where access tokens come from. Of the settings that begin a way, those that were typed win over all variables; two
 * ways at once are an error, because neither is meant more than the other.
 */
record TokenChoice(SignInSettings settings) {

    private static final Set<SignInSetting> BEGINNINGS =
            EnumSet.of(TOKEN, TOKEN_FILE, TOKEN_COMMAND, CLIENT_SECRET_FILE, CLIENT_CERTIFICATE, REFRESH_TOKEN_FILE);

    boolean readsStandardInput() {
        return chosen().contains(TOKEN_FILE) && new TokenFile(value(TOKEN_FILE)).isStandardInput();
    }

    private Set<SignInSetting> chosen() {
        Set<SignInSetting> typed = settings.typedAmong(BEGINNINGS);
        return typed.isEmpty() ? settings.inVariablesAmong(BEGINNINGS) : typed;
    }

    /**
     * Decides. Nothing is read yet.
     *
     * @throws Misuse if nothing was given, too much, or something that cannot be
     */
    SignInWay way() {
        Set<SignInSetting> chosen = chosen();
        new SignInCheck(settings).demandOne(chosen);
        if (chosen.contains(TOKEN)) {
            return new TokenInVariable(value(TOKEN));
        }
        if (chosen.contains(TOKEN_FILE)) {
            return new TokenInFile(new TokenFile(value(TOKEN_FILE)));
        }
        if (chosen.contains(TOKEN_COMMAND)) {
            return new TokenByCommand(value(TOKEN_COMMAND));
        }
        return app(chosen);
    }

    private AppSignIn app(Set<SignInSetting> chosen) {
        Optional<AppCredentialFile> credential = Optional.empty();
        if (chosen.contains(CLIENT_SECRET_FILE)) {
            credential = Optional.of(AppCredentialFile.secret(value(CLIENT_SECRET_FILE)));
        } else if (chosen.contains(CLIENT_CERTIFICATE)) {
            credential = Optional.of(AppCredentialFile.certificate(
                    value(CLIENT_CERTIFICATE), settings.find(CLIENT_CERTIFICATE_PASSWORD_FILE)));
        }
        Optional<SecretFile> refreshToken = chosen.contains(REFRESH_TOKEN_FILE)
                ? Optional.of(new SecretFile(SecretKind.REFRESH_TOKEN, value(REFRESH_TOKEN_FILE)))
                : Optional.empty();
        var needed = new RequiredSettings(settings, "an app signs in with the ids of its tenant and of itself");
        return new AppSignIn(needed.app(), credential, refreshToken);
    }

    private String value(SignInSetting setting) {
        return settings.find(setting).orElseThrow();
    }
}
