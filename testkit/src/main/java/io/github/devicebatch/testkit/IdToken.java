package io.github.devicebatch.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Says who the user is, always the same one, in the unsigned form that the vendor's page shows. */
final class IdToken {

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
