package io.github.devicebatch.testkit.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/** The token responses (RFC 6749, section 5.1). Each one issues the access token that it contains. Thread-safe. */
record TokenResponses(AccessTokens access, RefreshTokens refresh, InstantSource time) {

    private static final String USER = "9dbb5b17-2a17-4b6c-8b8d-6d9d4b1c1a0a";
    private static final String HOME_TENANT = "9dbb5b17-2a17-4b6c-8b8d-6d9d4b1c1a0b";

    HttpReply appOnly() {
        return Reply.json(200, bearer(AccessTokenKind.APP_ONLY).build().toString());
    }

    String refreshToken(UserGrant grant) {
        return refresh.issue(grant.clientId(), grant.kind());
    }

    /** Returns an access token with the refresh token, and with id token and client info if the request asks for them. */
    HttpReply onBehalfOfUser(UserGrant grant, Optional<String> refreshToken) {
        JsonObjectBuilder json = bearer(grant.kind()).add("scope", grant.scope().granted());
        refreshToken.ifPresent(token -> json.add("refresh_token", token));
        if (grant.scope().contains("openid")) {
            json.add("id_token", idToken(grant.clientId()));
        }
        if (grant.request().wantsClientInfo()) {
            json.add("client_info", clientInfo());
        }
        return Reply.json(200, json.build().toString());
    }

    private JsonObjectBuilder bearer(AccessTokenKind kind) {
        long seconds = access.lifetime().toSeconds();
        return Json.createObjectBuilder()
                .add("token_type", "Bearer")
                .add("expires_in", seconds)
                .add("ext_expires_in", seconds)
                .add("access_token", access.issue(kind));
    }

    /** Returns an unsigned id token of the one user that the fake has, in the form that the vendor's page shows. */
    private String idToken(String clientId) {
        Instant now = time.instant();
        JsonObject header =
                Json.createObjectBuilder().add("typ", "JWT").add("alg", "none").build();
        JsonObject claims = Json.createObjectBuilder()
                .add("aud", clientId)
                .add("iss", "https://login.microsoftonline.com/" + HOME_TENANT + "/v2.0")
                .add("iat", now.getEpochSecond())
                .add("nbf", now.getEpochSecond())
                .add("exp", now.plus(access.lifetime()).getEpochSecond())
                .add("name", "An admin agent")
                .add("oid", USER)
                .add("preferred_username", "admin.agent@partner.example")
                .add("sub", USER)
                .add("tid", HOME_TENANT)
                .add("ver", "2.0")
                .build();
        return encode(header) + "." + encode(claims) + ".";
    }

    /** Returns the member by which the vendor's libraries identify an account. */
    private static String clientInfo() {
        return encode(Json.createObjectBuilder()
                .add("uid", USER)
                .add("utid", HOME_TENANT)
                .build());
    }

    private static String encode(JsonObject json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.toString().getBytes(UTF_8));
    }

    /** A grant on behalf of a user: the request, the application, the scope, and the kind of the tokens to issue. */
    record UserGrant(TokenRequest request, String clientId, Scope scope, AccessTokenKind kind) {}
}
