package io.github.devicebatch.cli;

import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.IdentityPlatform;
import java.util.List;

/** A way to come by access tokens. */
sealed interface SignInWay permits TokenInVariable, TokenInFile, TokenByCommand, AppSignIn {

    /** Names the files with secrets that it reads and that somebody else keeps. */
    default List<SecretFile> foreignFiles() {
        return List.of();
    }

    /**
     * Reads what it needs and gives the source of tokens. Nobody is asked for a token yet, but for a token command.
     *
     * @param around has standard input and the clock
     * @param platform who issues tokens
     * @throws Misuse if something cannot be read or is not what it should be
     */
    AccessTokenSource tokens(Surroundings around, IdentityPlatform platform) throws InterruptedException;
}
