package io.github.devicebatch.cli.support;

import io.github.devicebatch.testkit.http.Reply;
import java.util.List;
import java.util.stream.Stream;

/** Recognizable secrets, and replies of an identity platform that contain them. */
public final class SignInSecrets {

    public static final String ACCESS_TOKEN = "canary.access+token/of~the-platform==";
    public static final String ANOTHER_ACCESS_TOKEN = "canary.another+access/token~after-the-first==";
    public static final String REFRESH_TOKEN = "1.canary+refresh/token~in-the-file==";
    public static final String NEW_REFRESH_TOKEN = "1.canary+newer/refresh~token==";
    public static final String DEVICE_CODE = "canary+device/code~of-a-sign-in==";

    private static final List<String> ALL = List.of(
            SecretSearch.TOKEN,
            ACCESS_TOKEN,
            ANOTHER_ACCESS_TOKEN,
            REFRESH_TOKEN,
            NEW_REFRESH_TOKEN,
            DEVICE_CODE,
            PartnerTenant.SECRET,
            PartnerTenant.PASSWORD);

    private SignInSecrets() {}

    public static void assertAllAbsentFrom(String text) {
        ALL.forEach(secret -> SecretSearch.assertAbsentFrom(text, secret));
    }

    /** Returns a reply with a token that also contains the secrets of the request. */
    public static Reply issued(String accessToken) {
        return Reply.json(200, """
                {"token_type":"Bearer","expires_in":3599,"access_token":"%s","refresh_token":"%s","note":"%s %s"}
                """.formatted(accessToken, NEW_REFRESH_TOKEN, PartnerTenant.SECRET, REFRESH_TOKEN));
    }

    /** Returns faulty replies with the secrets that were {@code sent} and those that would be issued. */
    public static Stream<Reply> faults(String sent) {
        return Stream.of(
                Reply.tokenFault(401, "invalid_client", "AADSTS7000215: Invalid client secret " + sent),
                Reply.tokenFault(400, "invalid_grant", "AADSTS700082: " + sent),
                Reply.tokenFault(400, sent, sent),
                Reply.json(500, "{\"error\":\"server_error\",\"error_description\":\"" + sent + "\"}"),
                Reply.html(503, "<html>" + sent + "</html>"),
                Reply.empty(302).withHeader("Location", "https://example.com/?" + sent.replace(' ', '&')),
                Reply.json(200, "{\"token_type\":\"" + sent + "\",\"access_token\":\"" + ACCESS_TOKEN + "\"}"),
                Reply.json(200, "{\"token_type\":\"Bearer\",\"expires_in\":\"" + ACCESS_TOKEN + "\"}"),
                Reply.json(
                        200,
                        "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"" + ACCESS_TOKEN
                                + "\\n\",\"refresh_token\":\"" + NEW_REFRESH_TOKEN + " \"}"),
                Reply.json(200, "{\"access_token\":\"" + ACCESS_TOKEN + "\",\"refresh_token\":[\"" + sent + "\"]}"),
                Reply.json(200, "{\"access_token\":\"" + ACCESS_TOKEN),
                Reply.html(200, sent + ACCESS_TOKEN),
                Reply.json(429, "{\"statusCode\":429,\"message\":\"" + sent + "\"}")
                        .withHeader("Retry-After", "1"));
    }
}
