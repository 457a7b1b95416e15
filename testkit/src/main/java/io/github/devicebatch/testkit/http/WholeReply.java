package io.github.devicebatch.testkit.http;

import io.github.devicebatch.testkit.http.TruncatedReply.Ending;
import io.github.devicebatch.testkit.http.TruncatedReply.Origin;
import java.time.Duration;

/**
 * A complete response. Its methods return the same response truncated, stalled, reset, dripping, or split.
 *
 * <p>{@code …After(n)} counts the bytes of the body as sent, with the framing of chunks. {@code …AtByte(n)} counts from the
 * first byte of the status line. A count beyond the end means the end. Immutable and safe for use by several threads.
 */
public abstract sealed class WholeReply implements Reply permits HttpReply, PaddedReply, RawReply {

    WholeReply() {}

    /**
     * Returns a reply that stops in the body and leaves the connection open until the client closes it or the fake is
     * closed. {@code Content-Length} is that of the complete body.
     *
     * @param length the number of bytes of the body that are sent
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public Reply stallingAfter(int length) {
        return new TruncatedReply(this, Origin.BODY, length, Ending.STALL);
    }

    /**
     * Returns a reply that closes the connection in the body. {@code Content-Length} is that of the complete body.
     *
     * @param length the number of bytes of the body that are sent
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public Reply truncatedAfter(int length) {
        return new TruncatedReply(this, Origin.BODY, length, Ending.CLOSE);
    }

    /**
     * Returns a reply that resets the connection in the body, 5 ms after the bytes are sent. A slow client may receive
     * fewer bytes. {@code Content-Length} is that of the complete body.
     *
     * @param length the number of bytes of the body that are sent
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public Reply resetAfter(int length) {
        return new TruncatedReply(this, Origin.BODY, length, Ending.RESET);
    }

    /**
     * Returns a reply that stops anywhere, even in the status line, and leaves the connection open until the client closes
     * it or the fake is closed.
     *
     * @param length the number of bytes of the response that are sent
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public Reply stallingAtByte(int length) {
        return new TruncatedReply(this, Origin.RESPONSE, length, Ending.STALL);
    }

    /**
     * Returns a reply that closes the connection anywhere, even in the status line.
     *
     * @param length the number of bytes of the response that are sent
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public Reply truncatedAtByte(int length) {
        return new TruncatedReply(this, Origin.RESPONSE, length, Ending.CLOSE);
    }

    /**
     * Returns a reply that resets the connection anywhere, even in the status line, 5 ms after the bytes are sent. A slow
     * client may receive fewer bytes.
     *
     * @param length the number of bytes of the response that are sent
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public Reply resetAtByte(int length) {
        return new TruncatedReply(this, Origin.RESPONSE, length, Ending.RESET);
    }

    /**
     * Returns a reply that is sent in small pieces from the status line on. It ends early if the client closes the
     * connection or the fake is closed.
     *
     * @param bytes the length of a piece
     * @param pause the time between two pieces, in real time
     * @throws IllegalArgumentException if either is not positive
     */
    public Reply dripping(int bytes, Duration pause) {
        return new DrippingReply(this, Origin.RESPONSE, bytes, pause);
    }

    /**
     * Returns a reply that sends the head at once and the body in small pieces. It ends early if the client closes the
     * connection or the fake is closed.
     *
     * @param bytes the length of a piece
     * @param pause the time between two pieces, in real time
     * @throws IllegalArgumentException if either is not positive
     */
    public Reply drippingBody(int bytes, Duration pause) {
        return new DrippingReply(this, Origin.BODY, bytes, pause);
    }

    /**
     * Returns a reply that is sent in two TCP segments, 5 ms apart.
     *
     * @param length the number of bytes of the response in the first segment
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public Reply splitAtByte(int length) {
        return new SplitReply(this, length);
    }

    /** Returns whether the connection stays open for another request after this response. */
    public abstract boolean keepsConnection();

    static int checkedLength(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("the number of bytes must not be negative: " + length);
        }
        return length;
    }
}
