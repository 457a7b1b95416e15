package io.github.devicebatch.http.support;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Replies of an identity platform that says back what it was sent, wherever that can be said. */
public final class LeakedSecretReplies {

    private static final String ISSUED_AND = "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\""
            + LeakedSecrets.ACCESS_TOKEN + "\",\"refresh_token\":\"" + LeakedSecrets.NEW_REFRESH_TOKEN + "\"";

    /** A good answer. */
    public static final String ISSUED = ISSUED_AND + "}";

    private LeakedSecretReplies() {}

    static Stream<Reply> repliesThatSingOfTheClientSecret() {
        return singing(LeakedSecrets.formsOf(LeakedSecrets.CLIENT_SECRET));
    }

    static Stream<Reply> repliesThatSingOfTheClientSecretAndTheRefreshToken() {
        return singing(Stream.of(LeakedSecrets.CLIENT_SECRET, LeakedSecrets.REFRESH_TOKEN)
                .map(LeakedSecrets::formsOf)
                .flatMap(List::stream)
                .toList());
    }

    private static Stream<Reply> singing(List<String> canaries) {
        String song = String.join(" ", canaries);
        String inBase64 = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(LeakedSecrets.CLIENT_SECRET.getBytes(StandardCharsets.US_ASCII));
        HttpReply issued = Reply.json(200, ISSUED);
        return Stream.of(
                issued,
                issued.withHeader("client-request-id", song).withHeader("x-ms-clitelem", song),
                issued.withHeader("Location", "/" + song).withHeader("Content-Type", song),
                Reply.json(200, ISSUED_AND + ",\"id_token\":\"a." + inBase64 + ".c\"}"),
                Reply.json(200, ISSUED_AND + ",\"id_token\":\"" + song + "\",\"client_info\":\"" + inBase64 + "\"}"),
                Reply.json(200, ISSUED_AND + ",\"scope\":\"" + song + "\"}"),
                Reply.json(200, ISSUED_AND + "," + song + "}"),
                Reply.json(200, "{\"token_type\":\"Bearer\",\"expires_in\":1,\"access_token\":\"" + song + "\"}"),
                Reply.json(200, "{\"token_type\":\"" + song + "\"}"),
                Reply.json(200, song),
                Reply.html(200, song),
                Reply.tokenFault(400, "invalid_grant", song),
                Reply.tokenFault(401, song, song),
                Reply.tokenFault(503, song, song).withHeader("Retry-After", song),
                Reply.gatewayFault(429, song),
                Reply.html(502, song),
                Reply.empty(302).withHeader("Location", "/" + song),
                Reply.empty(400).withHeader("WWW-Authenticate", song));
    }
}
