package io.github.devicebatch.cli;

import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.IdentityPlatform;

/** A command that prints an access token, which is run again when the token is refused. */
record TokenByCommand(TokenCommand command) implements SignInWay {

    @Override
    public AccessTokenSource tokens(Surroundings around, IdentityPlatform platform) throws InterruptedException {
        return new RenewedToken(command::run, around.time());
    }
}
