package io.github.devicebatch.testkit.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
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
        return Reply.json(200, bearer(AccessTokenKind.APP_ONLY, scope).build().toString());
    }

    String refreshToken(SignedIn signedIn) {
        return refresh.issue(signedIn.clientId(), signedIn.kind());
    }

    /** Gives an access token, the refresh token if there is one, and who the user is, if the client wants to know. */
    HttpReply onBehalf(SignedIn signedIn, Optional<String> refreshToken) {
        Scope scope = signedIn.scope();
        JsonObjectBuilder json = bearer(signedIn.kind(), scope).add("scope", scope.granted());
        refreshToken.ifPresent(token -> json.add("refresh_token", token));
        if (scope.asksFor("openid")) {
            json.add("id_token", IdToken.of(signedIn, time.instant(), access.lifetime()));
        }
        if (signedIn.asked().wantsClientInfo()) {
            json.add("client_info", IdToken.clientInfo());
        }
        return Reply.json(200, json.build().toString());
    }

    private JsonObjectBuilder bearer(AccessTokenKind kind, Scope scope) {
        long seconds = access.lifetime().toSeconds();
        return Json.createObjectBuilder()
                .add("token_type", "Bearer")
                .add("expires_in", seconds)
                .add("ext_expires_in", seconds)
                .add("access_token", access.issue(kind, scope.audience()));
    }

    /** On whose behalf tokens are issued: which application, for what, and how the user signed in. */
    record SignedIn(TokenRequest asked, String clientId, Scope scope, AccessTokenKind kind) {}

    /** Says who the user is, always the same one, in the unsigned form that the vendor's page shows. */
    static final class IdToken {

        private static final String USER = "9dbb5b17-2a17-4b6c-8b8d-6d9d4b1c1a0a";
        private static final String HOME_TENANT = "9dbb5b17-2a17-4b6c-8b8d-6d9d4b1c1a0b";

        private IdToken() {}

        static String of(SignedIn signedIn, Instant now, Duration lifetime) {
            JsonObjectBuilder header =
                    Json.createObjectBuilder().add("typ", "JWT").add("alg", "none");
            JsonObjectBuilder claims = Json.createObjectBuilder()
                    .add("aud", signedIn.clientId())
                    .add("iss", "https://login.microsoftonline.com/" + HOME_TENANT + "/v2.0")
                    .add("iat", now.getEpochSecond())
                    .add("nbf", now.getEpochSecond())
                    .add("exp", now.plus(lifetime).getEpochSecond())
                    .add("name", "An admin agent")
                    .add("oid", USER)
                    .add("preferred_username", "admin.agent@partner.example")
                    .add("sub", USER)
                    .add("tid", HOME_TENANT)
                    .add("ver", "2.0");
            return encoded(header) + "." + encoded(claims) + ".";
        }

        /** Gives what the vendor's libraries know an account by. */
        static String clientInfo() {
            return encoded(Json.createObjectBuilder().add("uid", USER).add("utid", HOME_TENANT));
        }

        private static String encoded(JsonObjectBuilder json) {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(json.build().toString().getBytes(UTF_8));
        }
    }
}
