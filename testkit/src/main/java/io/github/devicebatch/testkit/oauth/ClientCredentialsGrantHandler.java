package io.github.devicebatch.testkit.oauth;

import io.github.devicebatch.testkit.http.HttpReply;

/** The grant {@code client_credentials}: access tokens for an application without a user. */
record ClientCredentialsGrantHandler(TokenSettings settings, ClientAuthenticator clients, TokenResponses responses)
        implements GrantHandler {

    @Override
    public HttpReply reply(TokenRequest request) throws OAuthException {
        clients.authenticate(request);
        Scope.checkApplication(request.require("scope"), settings);
        return responses.appOnly();
    }
}
