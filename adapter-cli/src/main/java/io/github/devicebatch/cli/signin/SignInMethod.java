package io.github.devicebatch.cli.signin;

import io.github.devicebatch.cli.message.Problem;
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
import java.util.Optional;

/** A way to come by access tokens. */
public sealed interface SignInMethod {

    /** Names the files with secrets that it reads and that somebody else keeps. */
    default List<SecretFile> foreignFiles() {
        return List.of();
    }

    /**
     * Reads what it needs and gives the source of tokens. Nobody is asked for a token yet, but for a token command.
     *
     * @param around has standard input and the clock
     * @param platform who issues tokens
     * @throws UsageException if something cannot be read or is not what it should be
     */
    AccessTokenSource tokens(CliContext around, IdentityPlatform platform) throws InterruptedException;

    /** An access token in an environment variable. A class and not a record, because a record prints its parts. */
    final class TokenInVariable implements SignInMethod {

        private final String token;

        TokenInVariable(String token) {
            this.token = token;
        }

        @Override
        public AccessTokenSource tokens(CliContext around, IdentityPlatform platform) {
            try {
                return AccessTokenSource.fixed(AccessToken.of(token));
            } catch (IllegalArgumentException noToken) {
                throw new UsageException(Problem.of(
                        "no access token in " + SignInSetting.TOKEN.variable(),
                        noToken.getMessage(),
                        "set it to a token alone"));
            }
        }
    }

    /** An access token in a file, which is read again when the token is refused; or on standard input, which is not. */
    record TokenInFile(TokenFile file) implements SignInMethod {

        @Override
        public List<SecretFile> foreignFiles() {
            return file.isStandardInput() ? List.of() : List.of(file.file());
        }

        @Override
        public AccessTokenSource tokens(CliContext around, IdentityPlatform platform) throws InterruptedException {
            return file.isStandardInput()
                    ? AccessTokenSource.fixed(file.read(around.in()))
                    : new ReloadingTokenSource(() -> file.read(around.in()), around.time());
        }
    }

    /**
     * A command that prints an access token, which is run again when the token is refused. A class and not a record, because
     * people put secrets into commands and a record prints its parts.
     */
    final class TokenByCommand implements SignInMethod {

        private final String command;

        TokenByCommand(String command) {
            this.command = command;
        }

        @Override
        public AccessTokenSource tokens(CliContext around, IdentityPlatform platform) throws InterruptedException {
            var running =
                    new TokenCommand(command, TokenCommand.LIMIT, around.host().shutdown());
            return new ReloadingTokenSource(running::run, around.time());
        }
    }

    /**
     * An application that signs in by itself, or on behalf of a user who has signed in before.
     *
     * @param app the application
     * @param credential by which it shows who it is; on behalf of a user it may have none
     * @param refreshToken what the user left, if it is on behalf of one
     */
    record AppSignIn(AppRegistration app, Optional<AppCredentialFile> credential, Optional<SecretFile> refreshToken)
            implements SignInMethod {

        @Override
        public List<SecretFile> foreignFiles() {
            return credential.map(AppCredentialFile::files).orElse(List.of());
        }

        @Override
        public AccessTokenSource tokens(CliContext around, IdentityPlatform platform) {
            Optional<AppCredential> shown = credential.map(AppCredentialFile::read);
            if (refreshToken.isEmpty()) {
                return AccessTokenSource.appOnly(platform, app, shown.orElseThrow());
            }
            RefreshTokenFile file = checked(refreshToken.get());
            return shown.isPresent()
                    ? AccessTokenSource.appAndUser(platform, app, shown.get(), file)
                    : AccessTokenSource.appAndUser(platform, app, file);
        }

        private static RefreshTokenFile checked(SecretFile named) {
            try {
                RefreshTokenFile file = RefreshTokenFile.at(named.path());
                file.check();
                return file;
            } catch (IllegalArgumentException noFile) {
                throw named.unusable("a file has a name, unlike this");
            } catch (IOException unusable) {
                throw named.unusable(unusable);
            }
        }
    }
}
