package io.github.devicebatch.http.support;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an HTTP client hands over for a request. */
public sealed interface ScriptedExchange {

    /**
     * A response.
     *
     * @param body the body; empty if the client never calls the body handler and hands over null
     * @param secure whether it has a TLS session
     */
    record Response(int status, HttpHeaders headers, Optional<byte[]> body, boolean secure)
            implements ScriptedExchange {}

    /** A response that never ends: the body handler is called, but not again. */
    record Stalled(int status) implements ScriptedExchange {}

    /** A failure of the future. */
    record Failed(Throwable failure) implements ScriptedExchange {}

    /** A failure of the call itself. */
    record Thrown(Throwable failure) implements ScriptedExchange {}

    /** Returns a response without TLS. */
    static Response response(int status, Map<String, List<String>> headers, Optional<byte[]> body) {
        return new Response(status, HttpHeaders.of(headers, (name, value) -> true), body, false);
    }

    /**
     * Reads a response from any bytes: a line with the status, lines with headers, an empty line, and the body. A line that is no
     * header is passed over. Without an empty line there is no body.
     */
    static Response of(byte[] bytes) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int status = 200;
        int start = 0;
        for (int end = lineEnd(bytes, 0); end >= 0; end = lineEnd(bytes, start)) {
            String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
            if (line.isEmpty()) {
                byte[] body = new byte[bytes.length - end - 1];
                System.arraycopy(bytes, end + 1, body, 0, body.length);
                return response(status, headers, Optional.of(body));
            }
            status = start == 0 ? status(line) : status;
            addHeader(headers, line);
            start = end + 1;
        }
        return response(status, headers, Optional.empty());
    }

    private static int lineEnd(byte[] bytes, int from) {
        for (int at = from; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    private static int status(String line) {
        try {
            return Integer.parseInt(line);
        } catch (NumberFormatException none) {
            return 200;
        }
    }

    private static void addHeader(Map<String, List<String>> headers, String line) {
        int colon = line.indexOf(':');
        String name = line.substring(0, Math.max(colon, 0)).trim();
        if (!name.isEmpty()) {
            headers.computeIfAbsent(name, unseen -> new ArrayList<>()).add(line.substring(colon + 1));
        }
    }
}
