package io.github.devicebatch.testkit.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.devicebatch.testkit.http.Header;
import io.github.devicebatch.testkit.http.HttpReply;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes the head of a response: the status line, the reply's headers, and what the reply leaves to the service. */
public final class ReplyEncoder {

    private static final Map<Integer, String> PHRASES = Map.ofEntries(
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

    public static byte[] of(HttpReply reply, List<Header> service) {
        StringBuilder head = new StringBuilder(512)
                .append("HTTP/1.1 ")
                .append(reply.status())
                .append(' ')
                .append(PHRASES.getOrDefault(reply.status(), ""))
                .append("\r\n");
        reply.headers().forEach(header -> append(head, header));
        service.stream().filter(header -> !reply.has(header.name())).forEach(header -> append(head, header));
        if (needsLength(reply)) {
            append(head, new Header("Content-Length", Integer.toString(reply.bytes().length)));
        }
        return reply.rewritten(head.append("\r\n").toString()).getBytes(ISO_8859_1);
    }

    /** Tells whether HTTP lets a response of this status have a body. */
    public static boolean allowsBody(int status) {
        return status >= 200 && status != 204 && status != 304;
    }

    private static boolean needsLength(HttpReply reply) {
        return allowsBody(reply.status()) && !reply.has("Content-Length") && !reply.has("Transfer-Encoding");
    }

    private static void append(StringBuilder head, Header header) {
        head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }

    /**
     * A response as it goes over the wire, piece by piece, so that one of 1 GiB or without an end needs no memory.
     *
     * @param bodyStart how many bytes the head has
     * @param pieces the bytes, the head's among them; to be gone through once
     */
    public record Wire(int bodyStart, Iterator<byte[]> pieces) {

        /** Puts head and body in one piece: two would cost the client a second wake-up. */
        public static Wire of(byte[] head, byte[] body) {
            return new Wire(head.length, List.of(joined(head, body)).iterator());
        }

        public static byte[] joined(byte[] first, byte[] second) {
            byte[] both = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, both, first.length, second.length);
            return both;
        }
    }
}
