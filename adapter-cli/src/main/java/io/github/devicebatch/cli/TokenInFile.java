package io.github.devicebatch.cli;

import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.IdentityPlatform;
import java.util.List;

/** An access token in a file, which is read again when the token is refused; or on standard input, which is not. */
record TokenInFile(TokenFile file) implements SignInWay {

    @Override
    public List<SecretFile> foreignFiles() {
        return file.isStandardInput() ? List.of() : List.of(file.file());
    }

    @Override
    public AccessTokenSource tokens(Surroundings around, IdentityPlatform platform) throws InterruptedException {
        return file.isStandardInput()
                ? AccessTokenSource.fixed(file.read(around.in()))
                : new RenewedToken(() -> file.read(around.in()), around.time());
    }
}
