package io.github.devicebatch.testkit.oauth;

import io.github.devicebatch.testkit.http.HttpReply;

/** Gives tokens for one kind of grant. Implementations are thread-safe. */
@FunctionalInterface
interface GrantHandler {

    /** Gives the reply with the tokens. */
    HttpReply reply(TokenRequest asked) throws OAuthException.RefusedGrantException;
}
