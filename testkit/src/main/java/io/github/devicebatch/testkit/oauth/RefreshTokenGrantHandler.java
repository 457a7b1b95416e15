package io.github.devicebatch.testkit.oauth;

import io.github.devicebatch.testkit.http.HttpReply;

/** Gives access tokens on behalf of users, for the refresh tokens that their sign-in left. */
record RefreshTokenGrantHandler(
        TokenSettings settings, ClientAuthenticator authentication, TokenResponses issue, RefreshTokens refresh)
        implements GrantHandler {

    @Override
    public HttpReply reply(TokenRequest asked) throws OAuthException.RefusedGrantException {
        String clientId = authentication.require(asked);
        Scope scope = Scope.ofUser(asked.form().find("scope").orElse(everything()), settings);
        RefreshTokens.RefreshTokenExchange exchange =
                refresh.exchange(asked.form().require("refresh_token"), clientId);
        return issue.onBehalf(new TokenResponses.SignedIn(asked, clientId, scope, exchange.kind()), exchange.next());
    }

    private String everything() {
        return settings.partnerCenter() + "/.default";
    }
}
