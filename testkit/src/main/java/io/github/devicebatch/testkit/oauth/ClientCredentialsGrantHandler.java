package io.github.devicebatch.testkit.oauth;

import io.github.devicebatch.testkit.http.HttpReply;

/** Gives access tokens to applications on their own. */
record ClientCredentialsGrantHandler(TokenSettings settings, ClientAuthenticator authentication, TokenResponses issue)
        implements GrantHandler {

    @Override
    public HttpReply reply(TokenRequest asked) throws OAuthException.RefusedGrantException {
        authentication.requireConfidential(asked);
        return issue.appOnly(Scope.ofApplication(asked.form().require("scope"), settings));
    }
}
