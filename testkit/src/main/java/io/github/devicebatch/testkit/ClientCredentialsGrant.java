package io.github.devicebatch.testkit;

/** Gives access tokens to applications on their own. */
record ClientCredentialsGrant(TokenSettings settings, ClientAuthentication authentication, TokenIssue issue)
        implements Grant {

    @Override
    public HttpReply reply(TokenRequest asked) throws RefusedGrantException {
        authentication.requireConfidential(asked);
        return issue.appOnly(Scope.ofApplication(asked.form().require("scope"), settings));
    }
}
