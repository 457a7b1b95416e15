package io.github.devicebatch.testkit.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/** Issues tokens and writes the replies that carry them. Thread-safe. */
final class TokenResponses {

    private final AccessTokens access;
    private final RefreshTokens refresh;
    private final InstantSource time;

    TokenResponses(AccessTokens access, RefreshTokens refresh, InstantSource time) {
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

    /** On whose behalf tokens are issued: which application, for what, and how the user signed in. */
    record SignedIn(TokenRequest asked, String clientId, Scope scope, AccessTokenKind kind) {}

    /** Says who the user is, always the same one, in the unsigned form that the vendor's page shows. */
    static final class IdToken {

        private static final String USER = "9dbb5b17-2a17-4b6c-8b8d-6d9d4b1c1a0a";
        private static final String HOME_TENANT = "9dbb5b17-2a17-4b6c-8b8d-6d9d4b1c1a0b";

        private IdToken() {}

        static String of(SignedIn signedIn, Instant now, Duration lifetime) {
            JsonObject header = new JsonObject().text("typ", "JWT").text("alg", "none");
            JsonObject claims = new JsonObject()
                    .text("aud", signedIn.clientId())
                    .text("iss", "https://login.microsoftonline.com/" + HOME_TENANT + "/v2.0")
                    .number("iat", now.getEpochSecond())
                    .number("nbf", now.getEpochSecond())
                    .number("exp", now.plus(lifetime).getEpochSecond())
                    .text("name", "An admin agent")
                    .text("oid", USER)
                    .text("preferred_username", "admin.agent@partner.example")
                    .text("sub", USER)
                    .text("tid", HOME_TENANT)
                    .text("ver", "2.0");
            return encoded(header) + "." + encoded(claims) + ".";
        }

        /** Gives what the vendor's libraries know an account by. */
        static String clientInfo() {
            return encoded(new JsonObject().text("uid", USER).text("utid", HOME_TENANT));
        }

        private static String encoded(JsonObject json) {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(json.toString().getBytes(UTF_8));
        }
    }
}
