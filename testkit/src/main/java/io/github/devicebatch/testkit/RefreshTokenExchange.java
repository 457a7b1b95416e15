package io.github.devicebatch.testkit;

import java.util.Optional;

/** What a refresh token was exchanged for: an access token of that kind, and the next refresh token, if there is one. */
record RefreshTokenExchange(AccessTokenKind kind, Optional<String> next) {

    /** Keeps the token to itself. */
    @Override
    public String toString() {
        return "RefreshTokenExchange for " + kind;
    }
}
