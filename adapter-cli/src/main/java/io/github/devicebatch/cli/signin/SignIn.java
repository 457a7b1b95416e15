package io.github.devicebatch.cli.signin;

import static io.github.devicebatch.cli.signin.SignInSetting.CLIENT_CERTIFICATE;
import static io.github.devicebatch.cli.signin.SignInSetting.CLIENT_CERTIFICATE_PASSWORD_FILE;
import static io.github.devicebatch.cli.signin.SignInSetting.REFRESH_TOKEN_FILE;
import static io.github.devicebatch.cli.signin.SignInSetting.TOKEN_COMMAND;
import static io.github.devicebatch.cli.signin.SignInSetting.TOKEN_FILE;

import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.SignInFlow;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.AppCredential;
import io.github.devicebatch.http.AppSignIn;
import io.github.devicebatch.http.ClientCertificate;
import io.github.devicebatch.http.ClientSecret;
import io.github.devicebatch.http.EnvironmentSettings;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.RefreshTokenFile;
import io.github.devicebatch.http.SettingException;
import io.github.devicebatch.http.SettingFileException;
import io.github.devicebatch.http.SignInMethod;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sign-in by the method that the library has chosen. The library reads the files; the command adds what only it can do: a token on
 * standard input or of a command, and warnings.
 */
public record SignIn(SignInMethod method, SignInSettings settings) {

    private static final String NOT_REPLACEABLE =
            "%s cannot be written, so the refresh token in it is used as it is and"
                    + " not renewed; replace it by a new sign-in within 90 days";

    /** Returns the files with secrets that the user manages; devicebatch only reads them. */
    public List<SecretFile> userFiles() {
        List<SignInSetting> files = new ArrayList<>(SignInSetting.of(method.settings()));
        if (files.contains(CLIENT_CERTIFICATE)
                && settings.find(CLIENT_CERTIFICATE_PASSWORD_FILE).isPresent()) {
            files.add(CLIENT_CERTIFICATE_PASSWORD_FILE);
        }
        files.remove(REFRESH_TOKEN_FILE);
        return readsStandardInput()
                ? List.of()
                : files.stream().flatMap(setting -> file(setting).stream()).toList();
    }

    /** Returns the file that a setting names; empty if its value is none. */
    private Optional<SecretFile> file(SignInSetting setting) {
        return SecretFile.Kind.of(setting)
                .map(kind -> new SecretFile(kind, settings.find(setting).orElseThrow()));
    }

    private SecretFile required(SignInSetting setting) {
        return file(setting).orElseThrow();
    }

    boolean readsStandardInput() {
        return method == SignInMethod.TOKEN_FILE && settings.find(TOKEN_FILE).equals(Optional.of("-"));
    }

    /** Returns whether the identity platform issues the tokens to this program. */
    public boolean usesIdentityPlatform() {
        return flow() != SignInFlow.GIVEN_TOKEN;
    }

    /** Returns the flow, on which the advice after a refusal depends. */
    public SignInFlow flow() {
        return switch (method) {
            case TOKEN, TOKEN_FILE, TOKEN_COMMAND -> SignInFlow.GIVEN_TOKEN;
            case CLIENT_SECRET -> SignInFlow.APP_ONLY_BY_SECRET;
            case CLIENT_CERTIFICATE -> SignInFlow.APP_ONLY_BY_CERTIFICATE;
            case REFRESH_TOKEN, REFRESH_TOKEN_AND_CLIENT_SECRET, REFRESH_TOKEN_AND_CLIENT_CERTIFICATE ->
                SignInFlow.APP_AND_USER;
        };
    }

    /** Returns whether the access token is read again when it is rejected: another program may have renewed it. */
    public boolean readsTokenAgain() {
        return method == SignInMethod.TOKEN_COMMAND || method == SignInMethod.TOKEN_FILE && !readsStandardInput();
    }

    /**
     * Reads the files, variables or streams of the method and returns a token source. Runs a token command, but requests no
     * token from the identity platform yet.
     *
     * @param platform the issuer of the tokens
     * @param notes receives what the user should know although the sign-in works
     * @throws UsageException if something cannot be read or is invalid
     */
    public AccessTokenSource tokenSource(CliContext context, IdentityPlatform platform, Consumer<String> notes)
            throws InterruptedException {
        EnvironmentSettings library = settings.library();
        try {
            return switch (method) {
                case TOKEN, TOKEN_FILE ->
                    readsStandardInput()
                            ? AccessTokenSource.fixed(new StandardInputToken(context.in()).read())
                            : library.tokens(platform);
                case TOKEN_COMMAND -> tokenCommand(context).source(context.time());
                case CLIENT_SECRET,
                        CLIENT_CERTIFICATE,
                        REFRESH_TOKEN,
                        REFRESH_TOKEN_AND_CLIENT_SECRET,
                        REFRESH_TOKEN_AND_CLIENT_CERTIFICATE ->
                    checked(library.appSignIn(), context, notes).tokens(platform);
            };
        } catch (SettingException invalid) {
            throw unusable(invalid);
        } catch (SettingFileException failure) {
            throw required(SignInSetting.of(failure.setting())).unusable(failure);
        }
    }

    private TokenCommand tokenCommand(CliContext context) {
        return new TokenCommand(
                settings.find(TOKEN_COMMAND).orElseThrow(),
                TokenCommand.TIMEOUT,
                context.host().shutdown());
    }

    private AppSignIn checked(AppSignIn signIn, CliContext context, Consumer<String> notes) {
        signIn.credential().ifPresent(credential -> check(credential, context, notes));
        signIn.refreshToken().ifPresent(file -> check(file, notes));
        return signIn;
    }

    private void check(RefreshTokenFile file, Consumer<String> notes) {
        SecretFile given = required(REFRESH_TOKEN_FILE);
        try {
            if (!file.isReplaceable()) {
                notes.accept(String.format(Locale.ROOT, NOT_REPLACEABLE, given.name()));
            }
        } catch (IOException failure) {
            throw given.unusable(failure);
        }
    }

    private void check(AppCredential credential, CliContext context, Consumer<String> notes) {
        switch (credential) {
            case ClientSecret secret -> {
                // ignored: when a secret expires is not known
            }
            case ClientCertificate certificate ->
                new CertificatePeriod(
                                required(CLIENT_CERTIFICATE),
                                certificate,
                                context.wallClock().instant(),
                                context.zone())
                        .check(notes);
        }
    }

    private UsageException unusable(SettingException invalid) {
        SignInSetting setting = SignInSetting.of(invalid.setting());
        return file(setting)
                .map(file -> file.unusable(invalid))
                .orElseGet(() -> new UsageException(Problem.of(
                        "no access token in " + settings.name(setting),
                        invalid.reason(),
                        "set it to an access token only")));
    }
}
