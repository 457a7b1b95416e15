package io.github.devicebatch.http.support;

import static io.github.devicebatch.http.support.TokenFaultRow.replying;

import io.github.devicebatch.testkit.http.Reply;
import java.util.stream.Stream;

/** Invalid and unusual bodies of token responses with status 200. */
final class TokenBodyTable {

    private static final String UNREADABLE = "FAILING: IDENTITY_PLATFORM: its answer can't be trusted: ";
    private static final String NO_TIME = "member expires_in is not a number of seconds";

    private TokenBodyTable() {}

    static Stream<TokenFaultRow> rows() {
        return Stream.of(noJson(), members(), tokens(), identity()).flatMap(rows -> rows);
    }

    private static Stream<TokenFaultRow> noJson() {
        return Stream.of(
                body("", "it is empty"),
                body("null", "it is not a JSON object"),
                body("[]", "it is not a JSON object"),
                body("<html>sign in first", "it is not a JSON object"),
                body("{", "it is not well-formed JSON in UTF-8"),
                body(good("").substring(0, 40), "it is not well-formed JSON in UTF-8"),
                body(good("") + good(""), "something follows the JSON object"),
                body("{\"x\":" + "[".repeat(1_000), "it is nested deeper than 64"),
                replying(
                        "a megabyte and more",
                        Reply.json(200, good("")).paddedTo((1 << 20) + 1),
                        "FAILING: IDENTITY_PLATFORM: its response is longer than 1 MiB",
                        4),
                replying(
                        "gzip that was not requested",
                        Reply.json(200, good("")).gzipped(),
                        UNREADABLE + "it is not a JSON object",
                        4));
    }

    private static Stream<TokenFaultRow> members() {
        return Stream.of(
                body("{}", "member token_type is not Bearer"),
                body(
                        "{\"token_type\":\"mac\",\"expires_in\":1,\"access_token\":\"a\"}",
                        "member token_type is not Bearer"),
                body("{\"token_type\":\"Bearer\",\"expires_in\":1}", "member access_token is missing"),
                body("{\"token_type\":\"Bearer\",\"access_token\":\"a\"}", "member expires_in is missing"),
                body(good(",\"expires_in\":2"), "member expires_in occurs twice"),
                body(withLifetime("0"), NO_TIME),
                body(withLifetime("-1"), NO_TIME),
                body(withLifetime("1.5"), NO_TIME),
                body(withLifetime("\"soon\""), NO_TIME),
                body(withLifetime("99999999999"), NO_TIME),
                body(withLifetime("[]"), "member expires_in is not a string or a number"),
                replying("a time in a string", Reply.json(200, withLifetime("\"3599\"")), "Found", 1),
                replying("bearer in lower case", Reply.json(200, good("").replace("Bearer", "bearer")), "Found", 1));
    }

    private static Stream<TokenFaultRow> tokens() {
        String form = "; a token is one word of visible ASCII";
        return Stream.of(
                body(withToken("1"), "member access_token is not a string"),
                body(withToken("\"\""), "member access_token is missing"),
                body(
                        withToken("\"a b\""),
                        "the access token has white space at position 2 of 3" + form + ", without \"Bearer\" in front"),
                body(
                        withToken("\"a\\r\\nX: y\""),
                        "the access token has a line break at position 2 of 7" + form
                                + ", without \"Bearer\" in front"),
                body(
                        good(",\"refresh_token\":\"a\\nb\""),
                        "the refresh token has a line break at position 2 of 3" + form));
    }

    /** Returns rows with invalid members that are not used. */
    private static Stream<TokenFaultRow> identity() {
        return Stream.of(
                replying("an id token that is none", Reply.json(200, good(",\"id_token\":\"no.ne\"")), "Found", 1),
                replying("client info that is none", Reply.json(200, good(",\"client_info\":[1]")), "Found", 1));
    }

    private static String good(String more) {
        return "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"made-up\"" + more + "}";
    }

    private static String withLifetime(String time) {
        return "{\"token_type\":\"Bearer\",\"expires_in\":" + time + ",\"access_token\":\"made-up\"}";
    }

    private static String withToken(String token) {
        return "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":" + token + "}";
    }

    private static TokenFaultRow body(String body, String why) {
        String name = body.length() > 60 ? body.substring(0, 60) + "…" : body;
        return replying("body " + name, Reply.json(200, body), UNREADABLE + why, 4);
    }
}
