package io.github.devicebatch.testkit;

import java.time.InstantSource;
import java.util.Optional;

/** Issues tokens and writes the replies that carry them. Thread-safe. */
final class TokenIssue {

    private final AccessTokens access;
    private final RefreshTokens refresh;
    private final InstantSource time;

    TokenIssue(AccessTokens access, RefreshTokens refresh, InstantSource time) {
        this.access = access;
        this.refresh = refresh;
        this.time = time;
    }

    HttpReply appOnly(Scope scope) {
        return Reply.json(200, bearer(AccessTokenKind.APP_ONLY, scope).toString());
    }

    String refreshToken(SignedIn signedIn) {
        return refresh.issue(signedIn.clientId(), signedIn.kind());
    }

    /** Gives an access token, the refresh token if there is one, and who the user is, if the client wants to know. */
    HttpReply onBehalf(SignedIn signedIn, Optional<String> refreshToken) {
        Scope scope = signedIn.scope();
        JsonObject json =
                bearer(signedIn.kind(), scope).text("scope", scope.granted()).text("refresh_token", refreshToken);
        if (scope.asksFor("openid")) {
            json.text("id_token", IdToken.of(signedIn, time.instant(), access.lifetime()));
        }
        if (signedIn.asked().wantsClientInfo()) {
            json.text("client_info", IdToken.clientInfo());
        }
        return Reply.json(200, json.toString());
    }

    private JsonObject bearer(AccessTokenKind kind, Scope scope) {
        long seconds = access.lifetime().toSeconds();
        return new JsonObject()
                .text("token_type", "Bearer")
                .number("expires_in", seconds)
                .number("ext_expires_in", seconds)
                .text("access_token", access.issue(kind, scope.audience()));
    }
}
