package io.github.devicebatch.cli.signin;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.SignInFlow;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.AppCredential;
import io.github.devicebatch.http.AppRegistration;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.RefreshTokenFile;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Method of getting access tokens. */
public sealed interface SignInMethod {

    /** Returns the files with secrets that the user manages; devicebatch only reads them. */
    default List<SecretFile> userFiles() {
        return List.of();
    }

    /** Returns whether the identity platform issues the tokens to this program. */
    default boolean usesIdentityPlatform() {
        return false;
    }

    /** Returns the flow, on which the advice after a refusal depends. */
    SignInFlow flow();

    /** Returns whether the access token is read again when it is rejected: another program may have renewed it. */
    default boolean readsTokenAgain() {
        return false;
    }

    /**
     * Reads the files, variables or streams of this method and returns a token source. Runs a token command, but requests no
     * token from the identity platform yet.
     *
     * @param platform the issuer of the tokens
     * @param notes receives what the user should know although the sign-in works
     * @throws UsageException if something cannot be read or is invalid
     */
    AccessTokenSource tokenSource(CliContext context, IdentityPlatform platform, Consumer<String> notes)
            throws InterruptedException;

    /** Access token in an environment variable. A class, because {@code toString} of a record prints its components. */
    final class TokenInVariable implements SignInMethod {

        private final String token;

        TokenInVariable(String token) {
            this.token = token;
        }

        @Override
        public SignInFlow flow() {
            return SignInFlow.GIVEN_TOKEN;
        }

        @Override
        public AccessTokenSource tokenSource(CliContext context, IdentityPlatform platform, Consumer<String> notes) {
            try {
                return AccessTokenSource.fixed(AccessToken.parse(token));
            } catch (IllegalArgumentException invalid) {
                throw new UsageException(Problem.of(
                        "no access token in " + SignInSetting.TOKEN.variable(),
                        requireNonNull(invalid.getMessage()),
                        "set it to an access token only"));
            }
        }
    }

    /** Access token in a file, which is read again when the token is rejected, or on standard input, which is not. */
    record TokenInFile(TokenFile file) implements SignInMethod {

        @Override
        public List<SecretFile> userFiles() {
            return file.isStandardInput() ? List.of() : List.of(file.file());
        }

        @Override
        public SignInFlow flow() {
            return SignInFlow.GIVEN_TOKEN;
        }

        @Override
        public boolean readsTokenAgain() {
            return !file.isStandardInput();
        }

        @Override
        public AccessTokenSource tokenSource(CliContext context, IdentityPlatform platform, Consumer<String> notes)
                throws InterruptedException {
            return file.isStandardInput()
                    ? AccessTokenSource.fixed(file.read(context.in()))
                    : new ReloadingTokenSource(() -> file.read(context.in()), context.time());
        }
    }

    /**
     * Command that prints an access token, run again when the token is rejected. A class, because the command may contain a
     * secret and {@code toString} of a record prints its components.
     */
    final class TokenByCommand implements SignInMethod {

        private final String command;

        TokenByCommand(String command) {
            this.command = command;
        }

        @Override
        public SignInFlow flow() {
            return SignInFlow.GIVEN_TOKEN;
        }

        @Override
        public boolean readsTokenAgain() {
            return true;
        }

        @Override
        public AccessTokenSource tokenSource(CliContext context, IdentityPlatform platform, Consumer<String> notes)
                throws InterruptedException {
            var tokenCommand = new TokenCommand(
                    command, TokenCommand.TIMEOUT, context.host().shutdown());
            return new ReloadingTokenSource(tokenCommand::run, context.time());
        }
    }

    /**
     * App that signs in as itself, or on behalf of a user who has signed in before.
     *
     * @param credential the credential of the app; may be empty on behalf of a user
     * @param refreshToken the refresh token of the user, if on behalf of one
     */
    record AppSignIn(AppRegistration app, Optional<AppCredentialFile> credential, Optional<SecretFile> refreshToken)
            implements SignInMethod {

        private static final String NOT_REPLACEABLE =
                "%s cannot be written, so the refresh token in it is used as it is and"
                        + " not renewed; replace it by a new sign-in within 90 days";

        @Override
        public List<SecretFile> userFiles() {
            return credential.map(AppCredentialFile::files).orElse(List.of());
        }

        @Override
        public boolean usesIdentityPlatform() {
            return true;
        }

        @Override
        public SignInFlow flow() {
            return refreshToken.isPresent()
                    ? SignInFlow.APP_AND_USER
                    : credential.orElseThrow().flow();
        }

        @Override
        public AccessTokenSource tokenSource(CliContext context, IdentityPlatform platform, Consumer<String> notes) {
            Optional<AppCredential> appCredential = credential.map(file -> file.read(context, notes));
            if (refreshToken.isEmpty()) {
                return AccessTokenSource.appOnly(platform, app, appCredential.orElseThrow());
            }
            RefreshTokenFile file = checked(refreshToken.get(), notes);
            return appCredential.isPresent()
                    ? AccessTokenSource.appAndUser(platform, app, appCredential.get(), file)
                    : AccessTokenSource.appAndUser(platform, app, file);
        }

        private static RefreshTokenFile checked(SecretFile secretFile, Consumer<String> notes) {
            try {
                RefreshTokenFile file = RefreshTokenFile.at(secretFile.path());
                file.check();
                if (!file.isReplaceable()) {
                    notes.accept(String.format(Locale.ROOT, NOT_REPLACEABLE, secretFile.name()));
                }
                return file;
            } catch (IllegalArgumentException withoutFileName) {
                throw secretFile.unusable("the path has no file name");
            } catch (IOException failure) {
                throw secretFile.unusable(failure);
            }
        }
    }
}
