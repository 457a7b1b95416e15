package io.github.devicebatch.testkit.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A complete HTTP response: status, headers and body. {@link Reply} has the factory methods.
 *
 * <p>The server adds {@code Date}, {@code Content-Length} and the service's {@code MS-RequestId}, {@code MS-CorrelationId},
 * {@code MS-CV} and {@code MS-ServerId}, each only if the reply has no header of that name. Immutable and safe for use by
 * several threads.
 */
public final class HttpReply extends WholeReply {

    static final String JSON = "application/json; charset=utf-8";

    private final int status;
    private final List<Header> headers;
    private final UnaryOperator<String> headRewriter;
    private final byte[] body;

    private HttpReply(int status, List<Header> headers, UnaryOperator<String> headRewriter, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.headRewriter = headRewriter;
        this.body = body;
    }

    static HttpReply of(int status) {
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException("not an HTTP status: " + status);
        }
        return new HttpReply(status, List.of(), UnaryOperator.identity(), new byte[0]);
    }

    /**
     * Returns this reply with one more header. A header of the same name stays, so that a header can be sent twice.
     *
     * @param name the name, sent in this case
     * @param value the value; for {@code Content-Length} it may be wrong
     * @throws IllegalArgumentException if the name or the value cannot be sent in a header
     */
    public HttpReply withHeader(String name, String value) {
        Stream<Header> added = Stream.of(new Header(name, value));
        return new HttpReply(status, Stream.concat(headers.stream(), added).toList(), headRewriter, body);
    }

    /**
     * Returns this reply with another body.
     *
     * @param bytes the body; copied
     */
    public HttpReply withBody(byte[] bytes) {
        return new HttpReply(status, headers, headRewriter, bytes.clone());
    }

    /**
     * Returns this reply with {@code Retry-After} in whole seconds.
     *
     * @param duration the duration, rounded down
     */
    public HttpReply retryAfter(Duration duration) {
        return retryAfter(Long.toString(duration.toSeconds()));
    }

    /**
     * Returns this reply with {@code Retry-After}.
     *
     * @param value the value, which need not be valid
     * @throws IllegalArgumentException if the value cannot be sent in a header
     */
    public HttpReply retryAfter(String value) {
        return withHeader("Retry-After", value);
    }

    /**
     * Returns this reply with a head that is rewritten just before it is sent: for HTTP/1.0, interim responses, folded
     * lines and other malformed heads.
     *
     * @param rewriter the function from the head to the head that is sent, from the status line to the empty line, in
     *     ISO-8859-1; it must not throw
     */
    public HttpReply rewritingHead(UnaryOperator<String> rewriter) {
        requireNonNull(rewriter, "rewriter");
        return new HttpReply(status, headers, head -> rewriter.apply(headRewriter.apply(head)), body);
    }

    /**
     * Returns this reply with a chunked body and without {@code Content-Length}. Its {@link #body()} is the coded body.
     *
     * @param size the size of each chunk in bytes; the last chunk may be smaller
     * @throws IllegalArgumentException if {@code size} is not positive
     */
    public HttpReply chunked(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("the chunk size must be at least 1, not " + size);
        }
        return withHeader("Transfer-Encoding", "chunked").withBody(BodyEncoding.chunked(body, size));
    }

    /**
     * Returns this reply with a body of one chunk whose size is wrong.
     *
     * @param sizeLine the text in place of the size, such as {@code zz}, {@code -1} or {@code FFFFFFFFFFFFFFFF}
     */
    public HttpReply chunkedAs(String sizeLine) {
        return withHeader("Transfer-Encoding", "chunked").withBody(BodyEncoding.chunked(body, sizeLine));
    }

    /**
     * Returns a reply that closes the connection before the last chunk, the one of size zero.
     *
     * @throws IllegalStateException if the reply is not {@link #chunked}
     */
    public Reply truncatedBeforeLastChunk() {
        if (!hasHeader("Transfer-Encoding", "chunked")) {
            throw new IllegalStateException("the reply has no chunks: call chunked(size) first");
        }
        return truncatedAfter(body.length - BodyEncoding.LAST_CHUNK.length);
    }

    /** Returns this reply with a compressed body and {@code Content-Encoding: gzip}. */
    public HttpReply gzipped() {
        return withHeader("Content-Encoding", "gzip").withBody(BodyEncoding.gzip(body));
    }

    /**
     * Returns this reply with spaces after the body, compressed together: 1,000 spaces take about one byte.
     *
     * @param spaces the number of spaces
     */
    public HttpReply gzippedWithPadding(long spaces) {
        return withHeader("Content-Encoding", "gzip").withBody(BodyEncoding.gzipWithPadding(body, spaces));
    }

    /**
     * Returns this reply with spaces after the body. They are generated while they are sent.
     *
     * @param length the length of the body with padding, in bytes
     * @throws IllegalArgumentException if the body is longer already
     */
    public WholeReply paddedTo(long length) {
        return PaddedReply.of(this, length);
    }

    /**
     * Returns this reply with an endless body: spaces after the body, in chunks, until the client closes the connection or
     * the fake is closed.
     */
    public WholeReply paddedForEver() {
        return PaddedReply.endless(this);
    }

    /** Returns the HTTP status, 100 to 599. */
    public int status() {
        return status;
    }

    /** Returns the headers of this reply, without those that the server adds. */
    public List<Header> headers() {
        return headers;
    }

    /**
     * Returns whether there is a header of a name.
     *
     * @param name the name, in any case
     */
    public boolean hasHeader(String name) {
        return headers.stream().anyMatch(header -> header.isNamed(name));
    }

    /**
     * Returns whether there is a header with a name and a value.
     *
     * @param name the name, in any case
     * @param value the value, in any case
     */
    public boolean hasHeader(String name, String value) {
        return headers.stream()
                .anyMatch(header -> header.isNamed(name) && header.value().equalsIgnoreCase(value));
    }

    /** Returns the function that is applied to the head before it is sent; see {@link #rewritingHead}. */
    public UnaryOperator<String> headRewriter() {
        return headRewriter;
    }

    /** Returns a copy of the body. */
    public byte[] body() {
        return body.clone();
    }

    int bodyLength() {
        return body.length;
    }

    HttpReply withDefaultHeader(String name, String value) {
        return hasHeader(name) ? this : withHeader(name, value);
    }

    @Override
    public OptionalInt sentStatus() {
        return OptionalInt.of(status);
    }

    @Override
    public boolean keepsConnection() {
        return !hasHeader("Connection", "close");
    }

    /** Returns the status and the length of the body. */
    @Override
    public String toString() {
        return status + " with " + body.length + " bytes";
    }
}
