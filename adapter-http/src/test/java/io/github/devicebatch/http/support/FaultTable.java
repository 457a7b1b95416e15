package io.github.devicebatch.http.support;

import static io.github.devicebatch.http.support.FaultRow.replying;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.Tls;
import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The fault table: faults of networks and servers, and the expected answers. */
public final class FaultTable {

    private static final String BROKEN = "UNREACHABLE: the connection broke before the answer was whole";
    private static final String LATE = "TIMED_OUT: no whole answer within 200 ms";
    private static final String MALFORMED =
            "Unreadable: the body can't be trusted: it is not well-formed JSON in UTF-8";
    private static final String NO_OBJECT = "Unreadable: the body can't be trusted: it is not a JSON object";
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final HttpReply EXAMPLE = Reply.documentedExample();
    private static final HttpReply CHUNKED = EXAMPLE.chunked(100);
    private static final int LENGTH = EXAMPLE.body().length;

    private FaultTable() {}

    public static Stream<FaultRow> rows() {
        return Stream.of(connecting(), beforeTheAnswer(), inTheHead(), inTheBody(), inChunks(), lengths(), tls())
                .flatMap(rows -> rows);
    }

    /** Returns the rows whose fault is a reply of the server. */
    public static Stream<FaultRow> replies() {
        return rows().filter(row -> row.reply().isPresent());
    }

    private static Stream<FaultRow> connecting() {
        return Stream.of(
                new FaultRow("refused", FaultTable::refusing, "UNREACHABLE: the host refused the connection", 4),
                new FaultRow(
                        "unresolvable",
                        () -> TestServer.at(URI.create("https://partner-center.invalid")),
                        "UNREACHABLE: the name of the host could not be resolved",
                        4),
                new FaultRow(
                        "black hole",
                        TestServer::unreachable,
                        "UNREACHABLE: the host did not accept a connection in time",
                        4),
                new FaultRow("reset on accept", () -> resetting(TestServer.of(FakePartnerCenter.start())), BROKEN, 4),
                new FaultRow("reset on accept, TLS", () -> resetting(TestServer.over(Tls.VALID)), BROKEN, 4));
    }

    private static TestServer refusing() {
        FakePartnerCenter gone = FakePartnerCenter.start();
        gone.close();
        return TestServer.at(gone.baseUrl());
    }

    private static TestServer resetting(TestServer server) {
        server.fake().orElseThrow().connections().resetNext(Integer.MAX_VALUE);
        return server;
    }

    private static Stream<FaultRow> beforeTheAnswer() {
        return Stream.of(
                replying("closed after the request", Reply.close(), BROKEN, 4),
                replying("reset after the request", Reply.reset(), BROKEN, 4),
                replying("stalled after the request", Reply.silence(), LATE, 4));
    }

    private static Stream<FaultRow> inTheHead() {
        Stream<FaultRow> broken = IntStream.of(1, 8, 12, 16, 17, 40, 100, 200)
                .boxed()
                .flatMap(at -> Stream.of(
                        replying("closed at byte " + at, EXAMPLE.truncatedAtByte(at), BROKEN, 4),
                        replying("reset at byte " + at, EXAMPLE.resetAtByte(at), BROKEN, 4)));
        Stream<FaultRow> slow = Stream.of(
                replying("stalled in the status line", EXAMPLE.stallingAtByte(9), LATE, 4),
                replying("stalled in a header", EXAMPLE.stallingAtByte(40), LATE, 4),
                replying("dripping from the first byte", EXAMPLE.dripping(1, LONG), LATE, 4),
                replying("not HTTP", Reply.raw("220 mail.example ESMTP\r\n"), BROKEN, 4));
        return Stream.concat(broken, slow);
    }

    private static Stream<FaultRow> inTheBody() {
        return Stream.of(
                replying("closed before the body", EXAMPLE.truncatedAfter(0), BROKEN, 4),
                replying("closed in the body", EXAMPLE.truncatedAfter(300), BROKEN, 4),
                replying("closed a byte too early", EXAMPLE.truncatedAfter(LENGTH - 1), BROKEN, 4),
                replying("reset before the body", EXAMPLE.resetAfter(0), BROKEN, 4),
                replying("reset in the body", EXAMPLE.resetAfter(300), BROKEN, 4),
                replying("stalled before the body", EXAMPLE.stallingAfter(0), LATE, 4),
                replying("stalled a byte too early", EXAMPLE.stallingAfter(LENGTH - 1), LATE, 4),
                replying("a byte of the body every 10 s", EXAMPLE.drippingBody(1, LONG), LATE, 4),
                replying("closed in the body of a fault", Reply.status(503).truncatedAfter(5), BROKEN, 4));
    }

    private static Stream<FaultRow> inChunks() {
        return Stream.of(
                replying("closed in a chunk", CHUNKED.truncatedAfter(250), BROKEN, 4),
                replying("reset in a chunk", CHUNKED.resetAfter(250), BROKEN, 4),
                replying("closed in the size of a chunk", CHUNKED.truncatedAfter(1), BROKEN, 4),
                replying("closed before the last chunk", CHUNKED.truncatedBeforeLastChunk(), BROKEN, 4),
                replying("stalled in a chunk", CHUNKED.stallingAfter(250), LATE, 4),
                replying("chunk size zz", EXAMPLE.chunkedAs("zz"), BROKEN, 4),
                replying("chunk size -1", EXAMPLE.chunkedAs("-1"), BROKEN, 4),
                replying("chunk size beyond any number", EXAMPLE.chunkedAs("FFFFFFFFFFFFFFFFF"), BROKEN, 4),
                replying("chunk size too small", EXAMPLE.chunkedAs("10"), BROKEN, 4),
                replying("chunk size too large", EXAMPLE.chunkedAs("1000"), LATE, 4));
    }

    private static Stream<FaultRow> lengths() {
        return Stream.of(
                replying("length too short", withLength(EXAMPLE, 400), MALFORMED, 1),
                replying(
                        "length zero", withLength(EXAMPLE, 0), "Unreadable: the body can't be trusted: it is empty", 1),
                replying("length too long", withLength(EXAMPLE, LENGTH + 9), LATE, 4),
                replying("length too long, then closed", lastOf(withLength(EXAMPLE, LENGTH + 9)), BROKEN, 4),
                replying("length not a number", lastOf(EXAMPLE.withHeader("Content-Length", "many")), BROKEN, 4),
                replying("length negative", withLength(EXAMPLE, -1), LATE, 4),
                replying("two lengths", withLength(withLength(EXAMPLE, LENGTH), 400), "Found", 1),
                replying(
                        "two lengths, the shorter one first",
                        withLength(withLength(EXAMPLE, 400), LENGTH),
                        MALFORMED,
                        1),
                replying("a length with chunks", withLength(CHUNKED, 400), NO_OBJECT, 1));
    }

    private static HttpReply withLength(HttpReply reply, int length) {
        return reply.withHeader("Content-Length", Integer.toString(length));
    }

    private static HttpReply lastOf(HttpReply reply) {
        return reply.withHeader("Connection", "close");
    }

    private static Stream<FaultRow> tls() {
        return Stream.of(
                new FaultRow("TLS VALID", () -> TestServer.over(Tls.VALID).replying(EXAMPLE), "Found", 1),
                new FaultRow(
                        "TLS VALID, closed in the body",
                        () -> TestServer.over(Tls.VALID).replying(EXAMPLE.truncatedAfter(300)),
                        BROKEN,
                        4),
                over(Tls.EXPIRED, "the server's certificate has expired"),
                over(Tls.NOT_YET_VALID, "the server's certificate is not valid yet"),
                over(Tls.WRONG_HOST, "the server's certificate is for another host"),
                over(Tls.UNKNOWN_ISSUER, "the server's certificate comes from an issuer that is not trusted here"));
    }

    private static FaultRow over(Tls tls, String detail) {
        return new FaultRow("TLS " + tls, () -> TestServer.over(tls), "UNTRUSTED: " + detail, 1);
    }
}
