package io.github.devicebatch.testkit.http;

import io.github.devicebatch.testkit.transport.ReplyEncoder;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * A whole response, which can be sent in one go, or badly: broken off, drop by drop, or in two segments.
 *
 * <p>Two ways of counting: {@code …After(n)} counts the bytes of the body as they go over the wire (the framing of chunks
 * among them), {@code …AtByte(n)} counts from the first byte of the status line. A count beyond the end means the end.
 * Immutable and safe for use by several threads.
 */
public abstract sealed class WholeReply implements Reply permits HttpReply, PaddedReply, RawReply {

    WholeReply() {}

    /**
     * Stops inside the body: says how long it is, sends the beginning, and no more until the client leaves or the fake
     * is closed.
     *
     * @param length how many bytes of the body are sent; at most all of them
     * @return the reply
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public Reply stallingAfter(int length) {
        return new TruncatedReply(this, TruncatedReply.Origin.BODY, length, TruncatedReply.Ending.STALL);
    }

    /**
     * Breaks off inside the body: says how long it is, sends the beginning, and closes the connection.
     *
     * @param length how many bytes of the body are sent; at most all of them
     * @return the reply
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public Reply truncatedAfter(int length) {
        return new TruncatedReply(this, TruncatedReply.Origin.BODY, length, TruncatedReply.Ending.CLOSE);
    }

    /**
     * Breaks off inside the body: says how long it is, sends the beginning, and resets the connection a moment
     * later. A slow client may see less than was sent.
     *
     * @param length how many bytes of the body are sent; at most all of them
     * @return the reply
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public Reply resetAfter(int length) {
        return new TruncatedReply(this, TruncatedReply.Origin.BODY, length, TruncatedReply.Ending.RESET);
    }

    /**
     * Stops anywhere, be it inside the status line: sends the beginning, and no more until the client leaves or the fake
     * is closed.
     *
     * @param length how many bytes of the response are sent; at most all of them
     * @return the reply
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public Reply stallingAtByte(int length) {
        return new TruncatedReply(this, TruncatedReply.Origin.RESPONSE, length, TruncatedReply.Ending.STALL);
    }

    /**
     * Breaks off anywhere, be it inside the status line: sends the beginning, and closes the connection.
     *
     * @param length how many bytes of the response are sent; at most all of them
     * @return the reply
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public Reply truncatedAtByte(int length) {
        return new TruncatedReply(this, TruncatedReply.Origin.RESPONSE, length, TruncatedReply.Ending.CLOSE);
    }

    /**
     * Breaks off anywhere, be it inside the status line: sends the beginning, and resets the connection a
     * moment later. A slow client may see less than was sent.
     *
     * @param length how many bytes of the response are sent; at most all of them
     * @return the reply
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public Reply resetAtByte(int length) {
        return new TruncatedReply(this, TruncatedReply.Origin.RESPONSE, length, TruncatedReply.Ending.RESET);
    }

    /**
     * Sends the response drop by drop, from the status line on, until it is out, the client leaves or the fake is closed.
     *
     * @param bytes how many bytes a drop has
     * @param pause how long it is from one drop to the next, in real time
     * @return the reply
     * @throws IllegalArgumentException if either is not positive
     */
    public Reply dripping(int bytes, Duration pause) {
        return new DrippingReply(this, TruncatedReply.Origin.RESPONSE, bytes, pause);
    }

    /**
     * Sends the head at once and the body drop by drop, until it is out, the client leaves or the fake is closed.
     *
     * @param bytes how many bytes a drop has
     * @param pause how long it is from one drop to the next, in real time
     * @return the reply
     * @throws IllegalArgumentException if either is not positive
     */
    public Reply drippingBody(int bytes, Duration pause) {
        return new DrippingReply(this, TruncatedReply.Origin.BODY, bytes, pause);
    }

    /**
     * Sends the response in two TCP segments, a moment apart.
     *
     * @param length how many bytes of the response are in the first one; at most all of them
     * @return the reply
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public Reply splitAtByte(int length) {
        return new SplitReply(this, length);
    }

    /** Gives the bytes; {@code service} are the headers that the service would add. */
    public abstract ReplyEncoder.Wire wire(List<Header> service, boolean withBody);

    /** Gives the status, if the response has one. */
    public abstract OptionalInt statusSent();

    /** Tells whether the connection can take another request after this response. */
    public abstract boolean keepsConnection();

    static int checked(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("not a number of bytes: " + length);
        }
        return length;
    }
}
