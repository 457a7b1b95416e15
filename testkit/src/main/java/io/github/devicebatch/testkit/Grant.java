package io.github.devicebatch.testkit;

/** Gives tokens for one kind of grant. Implementations are thread-safe. */
@FunctionalInterface
interface Grant {

    /** Gives the reply with the tokens. */
    HttpReply reply(TokenRequest asked) throws RefusedGrantException;
}
