package io.github.devicebatch.cli;

import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.IdentityPlatform;

/**
 * A command that prints an access token, which is run again when the token is refused. A class and not a record, because
 * people put secrets into commands and a record prints its parts.
 */
final class TokenByCommand implements SignInWay {

    private final String command;

    TokenByCommand(String command) {
        this.command = command;
    }

    @Override
    public AccessTokenSource tokens(Surroundings around, IdentityPlatform platform) throws InterruptedException {
        var running =
                new TokenCommand(command, TokenCommand.LIMIT, around.host().shutdown());
        return new RenewedToken(running::run, around.time());
    }
}
