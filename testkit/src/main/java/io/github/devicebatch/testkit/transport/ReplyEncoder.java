package io.github.devicebatch.testkit.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.devicebatch.testkit.http.Header;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.PaddedReply;
import io.github.devicebatch.testkit.http.RawReply;
import io.github.devicebatch.testkit.http.TruncatedReply.Origin;
import io.github.devicebatch.testkit.http.WholeReply;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Encoder of complete replies into the bytes of HTTP/1.1. */
final class ReplyEncoder {

    private static final Map<Integer, String> REASON_PHRASES = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(202, "Accepted"),
            Map.entry(204, "No Content"),
            Map.entry(302, "Found"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(408, "Request Timeout"),
            Map.entry(409, "Conflict"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    private ReplyEncoder() {}

    /**
     * Encodes a reply.
     *
     * @param defaultHeaders headers to add unless the reply has one of the same name
     * @param withBody whether the request allows a body in the response; false for {@code HEAD}
     */
    static EncodedReply encode(WholeReply reply, List<Header> defaultHeaders, boolean withBody) {
        return switch (reply) {
            case HttpReply http -> {
                byte[] head = head(http, defaultHeaders);
                byte[] body = withBody && allowsBody(http.status()) ? http.body() : new byte[0];
                yield new EncodedReply(
                        head.length, List.of(concatenated(head, body)).iterator());
            }
            case PaddedReply padded -> {
                byte[] head = head(padded.unpadded(), defaultHeaders);
                boolean hasBody = withBody && allowsBody(padded.unpadded().status());
                Stream<byte[]> body = hasBody ? padded.bodyPieces() : Stream.empty();
                yield new EncodedReply(
                        head.length, Stream.concat(Stream.of(head), body).iterator());
            }
            case RawReply raw -> new EncodedReply(0, List.of(raw.bytes()).iterator());
        };
    }

    private static byte[] head(HttpReply reply, List<Header> defaultHeaders) {
        StringBuilder head = new StringBuilder(512)
                .append("HTTP/1.1 ")
                .append(reply.status())
                .append(' ')
                .append(REASON_PHRASES.getOrDefault(reply.status(), ""))
                .append("\r\n");
        reply.headers().forEach(header -> append(head, header));
        defaultHeaders.stream()
                .filter(header -> !reply.hasHeader(header.name()))
                .forEach(header -> append(head, header));
        if (needsLength(reply)) {
            append(head, new Header("Content-Length", Integer.toString(reply.body().length)));
        }
        return reply.headRewriter().apply(head.append("\r\n").toString()).getBytes(ISO_8859_1);
    }

    /** Returns whether a response of this status may have a body (RFC 9110, section 6.4.1). */
    private static boolean allowsBody(int status) {
        return status >= 200 && status != 204 && status != 304;
    }

    private static boolean needsLength(HttpReply reply) {
        return allowsBody(reply.status())
                && !reply.hasHeader("Content-Length")
                && !reply.hasHeader("Transfer-Encoding");
    }

    private static void append(StringBuilder head, Header header) {
        head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /**
     * The bytes of a response in pieces, so that an endless response needs no memory. Head and body of an ordinary response
     * are one piece, because two would take the client two reads.
     *
     * @param headLength the length of the head in bytes
     * @param pieces the bytes of head and body; can be iterated once
     */
    record EncodedReply(int headLength, Iterator<byte[]> pieces) {

        /** Returns the number of bytes before {@code origin}. */
        int offset(Origin origin) {
            return switch (origin) {
                case RESPONSE -> 0;
                case BODY -> headLength;
            };
        }
    }
}
