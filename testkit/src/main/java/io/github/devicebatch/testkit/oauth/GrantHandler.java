package io.github.devicebatch.testkit.oauth;

import io.github.devicebatch.testkit.http.HttpReply;

/** A handler for one grant type. Implementations are thread-safe. */
@FunctionalInterface
interface GrantHandler {

    /** Returns the reply with the tokens. */
    HttpReply reply(TokenRequest request) throws OAuthException;
}
