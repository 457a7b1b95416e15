package io.github.devicebatch.testkit.oauth;

import io.github.devicebatch.testkit.http.HttpReply;

/** The grant {@code refresh_token}: access tokens on behalf of a user, for a refresh token of an earlier sign-in. */
record RefreshTokenGrantHandler(
        TokenSettings settings, ClientAuthenticator clients, TokenResponses responses, RefreshTokens tokens)
        implements GrantHandler {

    @Override
    public HttpReply reply(TokenRequest request) throws OAuthException {
        String clientId = clients.authenticateOrPublic(request);
        Scope scope = Scope.ofUser(request.find("scope").orElse(defaultScope()), settings);
        RefreshTokens.Exchange exchange = tokens.exchange(request.require("refresh_token"), clientId);
        return responses.onBehalfOfUser(
                new TokenResponses.UserGrant(request, clientId, scope, exchange.kind()), exchange.next());
    }

    private String defaultScope() {
        return settings.partnerCenter() + "/.default";
    }
}
