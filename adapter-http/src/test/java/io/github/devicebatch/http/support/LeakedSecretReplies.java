package io.github.devicebatch.http.support;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Replies of an identity platform that repeats the secrets it received. */
public final class LeakedSecretReplies {

    private static final String OPEN_RESPONSE = "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\""
            + LeakedSecrets.ACCESS_TOKEN + "\",\"refresh_token\":\"" + LeakedSecrets.NEW_REFRESH_TOKEN + "\"";

    /** A valid token response. */
    public static final String RESPONSE = OPEN_RESPONSE + "}";

    private LeakedSecretReplies() {}

    static Stream<Reply> withClientSecret() {
        return leaking(LeakedSecrets.formsOf(LeakedSecrets.CLIENT_SECRET));
    }

    static Stream<Reply> withClientSecretAndRefreshToken() {
        return leaking(Stream.of(LeakedSecrets.CLIENT_SECRET, LeakedSecrets.REFRESH_TOKEN)
                .map(LeakedSecrets::formsOf)
                .flatMap(List::stream)
                .toList());
    }

    private static Stream<Reply> leaking(List<String> secrets) {
        String leak = String.join(" ", secrets);
        String inBase64 = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(LeakedSecrets.CLIENT_SECRET.getBytes(StandardCharsets.US_ASCII));
        HttpReply issued = Reply.json(200, RESPONSE);
        return Stream.of(
                issued,
                issued.withHeader("client-request-id", leak).withHeader("x-ms-clitelem", leak),
                issued.withHeader("Location", "/" + leak).withHeader("Content-Type", leak),
                Reply.json(200, OPEN_RESPONSE + ",\"id_token\":\"a." + inBase64 + ".c\"}"),
                Reply.json(200, OPEN_RESPONSE + ",\"id_token\":\"" + leak + "\",\"client_info\":\"" + inBase64 + "\"}"),
                Reply.json(200, OPEN_RESPONSE + ",\"scope\":\"" + leak + "\"}"),
                Reply.json(200, OPEN_RESPONSE + "," + leak + "}"),
                Reply.json(200, "{\"token_type\":\"Bearer\",\"expires_in\":1,\"access_token\":\"" + leak + "\"}"),
                Reply.json(200, "{\"token_type\":\"" + leak + "\"}"),
                Reply.json(200, leak),
                Reply.html(200, leak),
                Reply.tokenFault(400, "invalid_grant", leak),
                Reply.tokenFault(401, leak, leak),
                Reply.tokenFault(503, leak, leak).withHeader("Retry-After", leak),
                Reply.gatewayFault(429, leak),
                Reply.html(502, leak),
                Reply.empty(302).withHeader("Location", "/" + leak),
                Reply.empty(400).withHeader("WWW-Authenticate", leak));
    }
}
