package io.github.devicebatch.cli;

import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.IdentityPlatform;

/** An access token in an environment variable. A class and not a record, because a record prints its parts. */
final class TokenInVariable implements SignInWay {

    private final String token;

    TokenInVariable(String token) {
        this.token = token;
    }

    @Override
    public AccessTokenSource tokens(Surroundings around, IdentityPlatform platform) {
        try {
            return AccessTokenSource.fixed(AccessToken.of(token));
        } catch (IllegalArgumentException noToken) {
            throw new Misuse(Problem.of(
                    "no access token in " + SignInSetting.TOKEN.variable(),
                    noToken.getMessage(),
                    "set it to a token alone"));
        }
    }
}
