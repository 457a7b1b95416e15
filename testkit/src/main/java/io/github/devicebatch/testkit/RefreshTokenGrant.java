package io.github.devicebatch.testkit;

/** Gives access tokens on behalf of users, for the refresh tokens that their sign-in left. */
record RefreshTokenGrant(
        TokenSettings settings, ClientAuthentication authentication, TokenIssue issue, RefreshTokens refresh)
        implements Grant {

    @Override
    public HttpReply reply(TokenRequest asked) throws RefusedGrantException {
        String clientId = authentication.require(asked);
        Scope scope = Scope.ofUser(asked.form().find("scope").orElse(everything()), settings);
        RefreshTokenExchange exchange = refresh.exchange(asked.form().require("refresh_token"), clientId);
        return issue.onBehalf(new SignedIn(asked, clientId, scope, exchange.kind()), exchange.next());
    }

    private String everything() {
        return settings.partnerCenter() + "/.default";
    }
}
