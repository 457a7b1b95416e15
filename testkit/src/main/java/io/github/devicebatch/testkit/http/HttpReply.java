package io.github.devicebatch.testkit.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.testkit.transport.ReplyEncoder;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A whole HTTP response: status, headers and body. {@link Reply} makes them.
 *
 * <p>The fake adds the service's own headers ({@code Date}, {@code Content-Length}, {@code MS-RequestId},
 * {@code MS-CorrelationId}, {@code MS-CV}, {@code MS-ServerId}), each only if the reply has none of that name. Immutable
 * and safe for use by several threads.
 */
public final class HttpReply extends WholeReply {

    static final String JSON = "application/json; charset=utf-8";

    private final int status;
    private final List<Header> headers;
    private final UnaryOperator<String> rewriting;
    private final byte[] body;

    private HttpReply(int status, List<Header> headers, UnaryOperator<String> rewriting, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.rewriting = rewriting;
        this.body = body;
    }

    static HttpReply of(int status) {
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException("not an HTTP status: " + status);
        }
        return new HttpReply(status, List.of(), UnaryOperator.identity(), new byte[0]);
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
        return new HttpReply(status, Stream.concat(headers.stream(), added).toList(), rewriting, body);
    }

    /**
     * Replaces the body.
     *
     * @param bytes the body; copied
     * @return a reply with that body
     */
    public HttpReply withBody(byte[] bytes) {
        return new HttpReply(status, headers, rewriting, bytes.clone());
    }

    /**
     * Tells the caller to stay away: adds {@code Retry-After} in whole seconds.
     *
     * @param duration how long; a part of a second is left off
     * @return a reply that has the header too
     */
    public HttpReply retryAfter(Duration duration) {
        return retryAfter(Long.toString(duration.toSeconds()));
    }

    /**
     * Adds {@code Retry-After}, which need not make sense.
     *
     * @param value the value as it is sent
     * @return a reply that has the header too
     * @throws IllegalArgumentException if the value can't stand in a header
     */
    public HttpReply retryAfter(String value) {
        return withHeader("Retry-After", value);
    }

    /**
     * Changes the text of the head, from the status line to the empty line at its end, just before it is sent: for
     * HTTP/1.0, interim responses, folded lines and whatever else a head should not be.
     *
     * @param rewriting makes the head from what it would be, characters standing for bytes; it must not fail
     * @return a reply with that head
     */
    public HttpReply rewritingHead(UnaryOperator<String> rewriting) {
        requireNonNull(rewriting, "rewriting");
        return new HttpReply(status, headers, head -> rewriting.apply(this.rewriting.apply(head)), body);
    }

    /**
     * Sends the body in chunks, without {@code Content-Length}. From here on {@link #body()} is the coded body.
     *
     * @param size how many bytes a chunk has; the last may have fewer
     * @return the reply
     * @throws IllegalArgumentException if {@code size} is not positive
     */
    public HttpReply chunked(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("not the size of a chunk: " + size);
        }
        return withHeader("Transfer-Encoding", "chunked").withBody(BodyEncoding.of(body, size));
    }

    /**
     * Sends the body as one chunk that lies about its size.
     *
     * @param sizeLine what stands where the size belongs, such as {@code zz}, {@code -1} or {@code FFFFFFFFFFFFFFFF}
     * @return the reply
     */
    public HttpReply chunkedAs(String sizeLine) {
        return withHeader("Transfer-Encoding", "chunked").withBody(BodyEncoding.claiming(sizeLine, body));
    }

    /**
     * Breaks off between two chunks: sends all of them but the last, empty one, and closes the connection.
     *
     * @return the reply
     * @throws IllegalStateException if the reply is not {@link #chunked}
     */
    public Reply truncatedBeforeLastChunk() {
        if (!has("Transfer-Encoding", "chunked")) {
            throw new IllegalStateException("there are no chunks: call chunked(size) before");
        }
        return truncatedAfter(body.length - BodyEncoding.LAST.length);
    }

    /**
     * Compresses the body, and says so.
     *
     * @return the reply
     */
    public HttpReply gzipped() {
        return withHeader("Content-Encoding", "gzip").withBody(BodyEncoding.Gzip.of(body));
    }

    /**
     * Compresses the body and many spaces behind it, a thousand to a byte, and says so.
     *
     * @param spaces how many
     * @return the reply
     */
    public HttpReply gzippedWithPadding(long spaces) {
        return withHeader("Content-Encoding", "gzip").withBody(BodyEncoding.Gzip.bomb(body, spaces));
    }

    /**
     * Makes the body longer by spaces behind it; they take no memory.
     *
     * @param length how many bytes the body has then
     * @return the reply
     * @throws IllegalArgumentException if the body is longer already
     */
    public WholeReply paddedTo(long length) {
        return PaddedReply.of(this, length);
    }

    /**
     * Makes the body endless, by spaces behind it, in chunks.
     *
     * @return the reply, which ends when the client leaves or the fake is closed
     */
    public WholeReply paddedForEver() {
        return PaddedReply.withoutEnd(this);
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

    public List<Header> headers() {
        return headers;
    }

    public boolean has(String name) {
        return headers.stream().anyMatch(header -> header.isNamed(name));
    }

    public boolean has(String name, String value) {
        return headers.stream()
                .anyMatch(header -> header.isNamed(name) && header.value().equalsIgnoreCase(value));
    }

    /** Gives the bytes themselves, for the writer, which only reads them. */
    public byte[] bytes() {
        return body;
    }

    HttpReply withDefaultHeader(String name, String value) {
        return has(name) ? this : withHeader(name, value);
    }

    public String rewritten(String head) {
        return rewriting.apply(head);
    }

    @Override
    public ReplyEncoder.Wire wire(List<Header> service, boolean withBody) {
        boolean bodied = withBody && ReplyEncoder.allowsBody(status);
        return ReplyEncoder.Wire.of(ReplyEncoder.of(this, service), bodied ? body : new byte[0]);
    }

    @Override
    public OptionalInt statusSent() {
        return OptionalInt.of(status);
    }

    @Override
    public boolean keepsConnection() {
        return !has("Connection", "close");
    }
}
