package io.github.devicebatch.testkit;

import java.util.List;
import java.util.stream.Stream;

/**
 * A whole HTTP response: status, headers and body. {@link Reply} makes them.
 *
 * <p>The fake adds the service's own headers ({@code Date}, {@code Content-Length}, {@code MS-RequestId},
 * {@code MS-CorrelationId}, {@code MS-CV}, {@code MS-ServerId}), each only if the reply has none of that name. Immutable
 * and safe for use by several threads.
 */
public final class HttpReply implements Reply {

    static final String JSON = "application/json; charset=utf-8";

    private final int status;
    private final List<Header> headers;
    private final byte[] body;

    private HttpReply(int status, List<Header> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static HttpReply of(int status) {
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException("not an HTTP status: " + status);
        }
        return new HttpReply(status, List.of(), new byte[0]);
    }

    /**
     * Adds a header; one that is there already stays, so that a header can be sent twice.
     *
     * @param name the name, sent in this spelling
     * @param value the value; for {@code Content-Length} it may be a lie
     * @return a reply that has the header too
     * @throws IllegalArgumentException if the name or the value can't stand in a header
     */
    public HttpReply withHeader(String name, String value) {
        Stream<Header> added = Stream.of(new Header(name, value));
        return new HttpReply(status, Stream.concat(headers.stream(), added).toList(), body);
    }

    /**
     * Replaces the body.
     *
     * @param bytes the body; copied
     * @return a reply with that body
     */
    public HttpReply withBody(byte[] bytes) {
        return new HttpReply(status, headers, bytes.clone());
    }

    /**
     * Stops inside the body: says how long it is, sends the beginning, and no more until the client leaves or the fake
     * is closed.
     *
     * @param length how many bytes of the body are sent; at most all of them
     * @return the reply
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public Reply stallingAfter(int length) {
        return new Stall(this, checked(length));
    }

    /**
     * Breaks off inside the body: says how long it is, sends the beginning, and closes the connection.
     *
     * @param length how many bytes of the body are sent; at most all of them
     * @return the reply
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public Reply truncatedAfter(int length) {
        return new Truncation(this, checked(length));
    }

    /**
     * Gives the HTTP status.
     *
     * @return the status, 100 to 599
     */
    public int status() {
        return status;
    }

    /**
     * Gives the body.
     *
     * @return the bytes; a copy
     */
    public byte[] body() {
        return body.clone();
    }

    /** Gives the status and the length of the body. */
    @Override
    public String toString() {
        return status + " with " + body.length + " bytes";
    }

    List<Header> headers() {
        return headers;
    }

    boolean has(String name) {
        return headers.stream().anyMatch(header -> header.isNamed(name));
    }

    boolean has(String name, String value) {
        return headers.stream()
                .anyMatch(header -> header.isNamed(name) && header.value().equalsIgnoreCase(value));
    }

    /** Gives the bytes themselves, for the writer, which only reads them. */
    byte[] bytes() {
        return body;
    }

    private static int checked(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("not a number of bytes: " + length);
        }
        return length;
    }
}
