package io.github.devicebatch.testkit.http;

import java.util.List;
import java.util.Map;

/**
 * An HTTP request as received.
 *
 * @param connection the number of the TCP connection, from 1
 * @param method the method, such as {@code GET}
 * @param target the request target: path and query
 * @param version the HTTP version, such as {@code HTTP/1.1}
 * @param headers the values of each header; names are found in any case
 * @param body the body, decoded from UTF-8; empty if there is none
 */
public record Request(
        int connection, String method, String target, String version, Map<String, List<String>> headers, String body) {

    /**
     * Returns the values of a header, empty if there is none.
     *
     * @param name the name, in any case
     */
    public List<String> values(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** Returns the target without its query. */
    public String path() {
        return target.split("\\?", 2)[0];
    }

    /** Returns whether the client keeps the connection open for another request. */
    public boolean keepsConnection() {
        boolean close = values("Connection").stream().anyMatch("close"::equalsIgnoreCase);
        return !close && version.equals("HTTP/1.1");
    }
}
