package io.github.devicebatch.http.support;

import io.github.devicebatch.http.support.Http2Server.Frame;
import io.github.devicebatch.testkit.Batches;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** The table of faults that only HTTP/2 has, and the answers to a single attempt. */
public final class Http2FaultTable {

    /** The attempt timeout of rows whose answer is {@link #LATE}. */
    public static final Duration SHORT = Duration.ofMillis(400);

    public static final String LATE = "TIMED_OUT: no whole answer within 400 ms";

    private static final byte[] EXAMPLE = Batches.documentedExampleJson();

    /** Answers with the documented example. */
    public static final Http2Server.Script GOOD = (connection, stream) -> connection.response(stream, "200", EXAMPLE);

    private static final String BROKEN = "UNREACHABLE: the connection broke before the answer was whole";

    private Http2FaultTable() {}

    /**
     * A row of the table.
     *
     * @param answer the expected summary of the answer
     */
    public record Row(String name, String answer, Http2Server.Script fault) {

        public boolean isLate() {
            return answer.equals(LATE);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Row row(String name, String answer, Http2Server.Script fault) {
        return new Row(name, answer, fault);
    }

    public static Stream<Row> rows() {
        return Stream.of(connection(), streams(), goAway(), responses(), malformed())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> connection() {
        return Stream.of(
                row("closed after the request", BROKEN, (connection, stream) -> connection.close()),
                row("reset after the request", BROKEN, (connection, stream) -> connection.reset()),
                row("silent after the request", LATE, (connection, stream) -> {}),
                row("closed after the head", BROKEN, (connection, stream) -> {
                    head(connection, stream);
                    connection.close();
                }),
                row("reset after the head", BROKEN, (connection, stream) -> {
                    head(connection, stream);
                    connection.reset();
                }),
                row("silent after the head", LATE, Http2FaultTable::head),
                row("closed in the body", BROKEN, (connection, stream) -> {
                    part(connection, stream);
                    connection.close();
                }),
                row("reset in the body", BROKEN, (connection, stream) -> {
                    part(connection, stream);
                    connection.reset();
                }),
                row("silent in the body", LATE, Http2FaultTable::part));
    }

    private static void head(Http2Server.Connection connection, int stream) throws IOException {
        connection.headers(stream, false, Map.of(":status", "200", "content-type", "application/json"));
    }

    private static void part(Http2Server.Connection connection, int stream) throws IOException {
        head(connection, stream);
        connection.data(stream, false, Arrays.copyOf(EXAMPLE, 300));
    }

    private static Stream<Row> streams() {
        return Stream.of(0, 1, 2, 7, 8, 11, 13, 99)
                .flatMap(code -> Stream.of(
                        row(
                                "stream reset with code " + code,
                                BROKEN,
                                (connection, stream) -> connection.resetStream(stream, code)),
                        row("stream reset in the body with code " + code, BROKEN, (connection, stream) -> {
                            part(connection, stream);
                            connection.resetStream(stream, code);
                        })));
    }

    private static Stream<Row> goAway() {
        return Stream.of(
                row("goaway, not processed", BROKEN, (connection, stream) -> connection.goAway(0, 0)),
                row("goaway, not processed, closed", BROKEN, (connection, stream) -> {
                    connection.goAway(0, 0);
                    connection.close();
                }),
                row("goaway, then the response", "Found", (connection, stream) -> {
                    connection.goAway(stream, 0);
                    GOOD.answer(connection, stream);
                }),
                row("goaway in the body, then the rest", "Found", (connection, stream) -> {
                    part(connection, stream);
                    connection.goAway(stream, 0);
                    connection.data(stream, true, Arrays.copyOfRange(EXAMPLE, 300, EXAMPLE.length));
                }),
                row("goaway in the body, closed", BROKEN, (connection, stream) -> {
                    part(connection, stream);
                    connection.goAway(stream, 0);
                    connection.close();
                }));
    }

    private static Stream<Row> responses() {
        return Stream.of(
                status("200", "Found"),
                status("2000", "Unreadable: HTTP 2000, which this call never answers"),
                status("999", "Unreadable: HTTP 999, which this call never answers"),
                status("99", "Unreadable: HTTP 99, which this call never answers"),
                status("0", "Unreadable: HTTP 0, which this call never answers"),
                status("-1", "Unreadable: HTTP -1, which this call never answers"),
                status("two", BROKEN),
                status("", BROKEN),
                status("503", "FAILING: HTTP 503"),
                row(
                        "no status",
                        BROKEN,
                        (connection, stream) ->
                                connection.headers(stream, true, Map.of("content-type", "application/json"))),
                row(
                        "no body",
                        "Unreadable: the body can't be trusted: it is empty",
                        (connection, stream) -> connection.headers(stream, true, Map.of(":status", "200"))),
                row("103 first", "Found", (connection, stream) -> {
                    connection.headers(stream, false, Map.of(":status", "103"));
                    GOOD.answer(connection, stream);
                }),
                row(
                        "a length too short, which the JDK does not compare",
                        "Found",
                        (connection, stream) -> withLength(connection, stream, 10)),
                row(
                        "a length too long, which the JDK does not compare",
                        "Found",
                        (connection, stream) -> withLength(connection, stream, 10_000)),
                row("a body in pieces of one byte", "Found", (connection, stream) -> {
                    head(connection, stream);
                    for (int at = 0; at < EXAMPLE.length; at++) {
                        connection.data(stream, at == EXAMPLE.length - 1, new byte[] {EXAMPLE[at]});
                    }
                }),
                row("trailers", "Found", (connection, stream) -> {
                    head(connection, stream);
                    connection.data(stream, false, EXAMPLE);
                    connection.headers(stream, true, Map.of("x-checksum", "1"));
                }));
    }

    private static void withLength(Http2Server.Connection connection, int stream, int length) throws IOException {
        connection.headers(stream, false, Map.of(":status", "200", "content-length", Integer.toString(length)));
        connection.data(stream, true, EXAMPLE);
    }

    private static Row status(String status, String answer) {
        return row("status " + status, answer, (connection, stream) -> connection.response(stream, status, EXAMPLE));
    }

    private static Stream<Row> malformed() {
        return Stream.of(
                row("a body before the head", LATE, (connection, stream) -> connection.data(stream, true, EXAMPLE)),
                row("an unknown type of frame", "Found", (connection, stream) -> {
                    connection.frame(200, 0, stream, 3, new byte[3]);
                    GOOD.answer(connection, stream);
                }),
                row(
                        "a frame longer than allowed",
                        BROKEN,
                        (connection, stream) -> connection.frame(0, 0, stream, (1 << 24) - 1, new byte[100])),
                row(
                        "headers that are not compressed",
                        BROKEN,
                        (connection, stream) -> connection.frame(Frame.HEADERS, 5, stream, new byte[] {
                            (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 127
                        })),
                row(
                        "settings of a wrong length",
                        BROKEN,
                        (connection, stream) -> connection.frame(Frame.SETTINGS, 0, 0, new byte[5])),
                row(
                        "a continuation of nothing",
                        BROKEN,
                        (connection, stream) -> connection.frame(Frame.CONTINUATION, 4, stream, new byte[1])),
                row(
                        "a window beyond any size",
                        BROKEN,
                        (connection, stream) ->
                                connection.frame(Frame.WINDOW_UPDATE, 0, 0, Http2Server.integers(Integer.MAX_VALUE))),
                row(
                        "a promise of a push",
                        BROKEN,
                        (connection, stream) ->
                                connection.frame(Frame.PUSH_PROMISE, 4, stream, Http2Server.integers(2))),
                row(
                        "HTTP/1.1",
                        BROKEN,
                        (connection, stream) -> connection.send(
                                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII))));
    }
}
