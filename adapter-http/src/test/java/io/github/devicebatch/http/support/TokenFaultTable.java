package io.github.devicebatch.http.support;

import static io.github.devicebatch.http.support.TokenFaultRow.replying;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.Tls;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The token endpoint's fault table: faults of the identity platform, and the expected answers to queries.
 */
public final class TokenFaultTable {

    private static final String PLATFORM = "IDENTITY_PLATFORM: ";
    private static final String BROKEN =
            "UNREACHABLE: " + PLATFORM + "the connection broke before the answer was whole";
    private static final String LATE = "TIMED_OUT: " + PLATFORM + "no whole answer within 200 ms";
    private static final String FAILING = "FAILING: " + PLATFORM;
    private static final String THROTTLED = "THROTTLED: " + PLATFORM;
    private static final String UNTRUSTED = "UNTRUSTED: " + PLATFORM;
    private static final HttpReply GOOD =
            Reply.json(200, "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"made-up\"}");
    private static final Duration LONG = Duration.ofSeconds(10);

    private TokenFaultTable() {}

    public static Stream<TokenFaultRow> rows() {
        return Stream.of(connecting(), broken(), tls(), refused(), failing(), throttled(), TokenBodyTable.rows())
                .flatMap(rows -> rows);
    }

    private static Stream<TokenFaultRow> connecting() {
        return Stream.of(
                new TokenFaultRow(
                        "refused",
                        TokenFaultTable::refusing,
                        "UNREACHABLE: " + PLATFORM + "the host refused the connection",
                        4),
                new TokenFaultRow(
                        "unresolvable",
                        () -> TestServer.at(URI.create("https://identity-platform.invalid")),
                        "UNREACHABLE: " + PLATFORM + "the name of the host could not be resolved",
                        4),
                new TokenFaultRow(
                        "black hole",
                        TestServer::unreachable,
                        "UNREACHABLE: " + PLATFORM + "the host did not accept a connection in time",
                        4),
                new TokenFaultRow("reset on accept", TokenFaultTable::resetting, BROKEN, 4));
    }

    private static TestServer refusing() {
        FakePartnerCenter gone = FakePartnerCenter.start();
        gone.close();
        return TestServer.at(gone.baseUrl());
    }

    private static TestServer resetting() {
        FakePartnerCenter fake = FakePartnerCenter.start();
        fake.connections().resetNext(Integer.MAX_VALUE);
        return TestServer.of(fake);
    }

    private static Stream<TokenFaultRow> broken() {
        return Stream.of(
                replying("closed after the request", Reply.close(), BROKEN, 4),
                replying("reset after the request", Reply.reset(), BROKEN, 4),
                replying("closed in the head", GOOD.truncatedAtByte(40), BROKEN, 4),
                replying("closed in the body", GOOD.truncatedAfter(30), BROKEN, 4),
                replying("reset in the body", GOOD.resetAfter(30), BROKEN, 4),
                replying("closed in a chunk", GOOD.chunked(20).truncatedAfter(30), BROKEN, 4),
                replying("stalled after the request", Reply.silence(), LATE, 4),
                replying("stalled in the body", GOOD.stallingAfter(30), LATE, 4),
                replying("a byte every 10 s", GOOD.dripping(1, LONG), LATE, 4),
                replying("not HTTP", Reply.raw("220 mail.example ESMTP\r\n"), BROKEN, 4));
    }

    private static Stream<TokenFaultRow> tls() {
        return Stream.of(
                new TokenFaultRow("TLS VALID", () -> over(Tls.VALID), "Found", 1),
                untrusted(Tls.EXPIRED, "the server's certificate has expired"),
                untrusted(Tls.NOT_YET_VALID, "the server's certificate is not valid yet"),
                untrusted(Tls.WRONG_HOST, "the server's certificate is for another host"),
                untrusted(
                        Tls.UNKNOWN_ISSUER, "the server's certificate comes from an issuer that is not trusted here"));
    }

    private static TestServer over(Tls tls) {
        TestServer server = TestServer.over(tls);
        server.fake().orElseThrow().tokens().application(RegisteredApp.CLIENT_ID, RegisteredApp.SECRET);
        return server;
    }

    private static TokenFaultRow untrusted(Tls tls, String detail) {
        return new TokenFaultRow("TLS " + tls, () -> over(tls), UNTRUSTED + detail, 0);
    }

    private static Stream<TokenFaultRow> refused() {
        String refused = "Refused UNAUTHENTICATED: " + PLATFORM;
        return Stream.of(
                error(400, "invalid_grant", refused + "invalid_grant: No.", 1),
                error(400, "unauthorized_client", refused + "unauthorized_client: No.", 1),
                error(400, "invalid_scope", refused + "invalid_scope: No.", 1),
                error(400, "interaction_required", refused + "interaction_required: No.", 1),
                error(400, "never_heard_of", refused + "never_heard_of: No.", 1),
                error(401, "invalid_client", refused + "invalid_client: No.", 1),
                error(403, "access_denied", refused + "access_denied: No.", 1),
                replying("400 without a word", Reply.empty(400), refused + "HTTP 400", 1),
                replying("404 in HTML", Reply.html(404, "<h1>Not here"), refused + "HTTP 404", 1),
                replying("405", Reply.empty(405), refused + "HTTP 405", 1),
                replying("410", Reply.empty(410), refused + "HTTP 410", 1),
                replying(
                        "lines in the description",
                        Reply.json(400, "{\"error\":\"a\",\"error_description\":\"one\\r\\ntwo\\u001b[1m\"}"),
                        refused + "a: one two\\u{1b}[1m",
                        1));
    }

    private static Stream<TokenFaultRow> failing() {
        return Stream.of(
                error(400, "temporarily_unavailable", FAILING + "HTTP 400, temporarily_unavailable: No.", 4),
                error(400, "server_error", FAILING + "HTTP 400, server_error: No.", 4),
                error(503, "temporarily_unavailable", FAILING + "HTTP 503, temporarily_unavailable: No.", 4),
                replying("408", Reply.empty(408), FAILING + "HTTP 408", 4),
                replying("500", Reply.empty(500), FAILING + "HTTP 500", 4),
                replying("502 in HTML", Reply.html(502, "<h1>Bad"), FAILING + "HTTP 502", 4),
                replying("504", Reply.empty(504), FAILING + "HTTP 504", 4),
                replying("501", Reply.empty(501), FAILING + "HTTP 501, which it never answers", 4),
                replying("201", Reply.empty(201), FAILING + "HTTP 201, which it never answers", 4),
                replying("204", Reply.empty(204), FAILING + "HTTP 204, which it never answers", 4),
                replying(
                        "302",
                        Reply.empty(302).withHeader("Location", "/elsewhere"),
                        FAILING + "a redirect (HTTP 302), which is never followed",
                        4));
    }

    private static TokenFaultRow error(int status, String error, String answer, int requests) {
        return replying(status + " " + error, Reply.tokenFault(status, error, "No."), answer, requests);
    }

    private static Stream<TokenFaultRow> throttled() {
        return Stream.of(
                replying("429 without a time", Reply.empty(429), THROTTLED + "HTTP 429", 4),
                replying("429 for 2 s", Reply.empty(429).retryAfter(Duration.ofSeconds(2)), THROTTLED + "HTTP 429", 4),
                replying("429 for 1 h", Reply.empty(429).retryAfter(Duration.ofHours(1)), THROTTLED + "HTTP 429", 1));
    }
}
