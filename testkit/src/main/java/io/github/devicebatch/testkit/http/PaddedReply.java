package io.github.devicebatch.testkit.http;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A response with spaces after its body, which are generated while they are sent. Immutable. */
public final class PaddedReply extends WholeReply {

    private static final int PIECE_LENGTH = 16 * 1_024;
    private static final byte[] SPACES = new byte[PIECE_LENGTH];

    static {
        Arrays.fill(SPACES, (byte) ' ');
    }

    private final HttpReply unpadded;
    private final OptionalLong length;

    private PaddedReply(HttpReply unpadded, OptionalLong length) {
        this.unpadded = unpadded;
        this.length = length;
    }

    static PaddedReply of(HttpReply reply, long length) {
        if (length < reply.bodyLength()) {
            throw new IllegalArgumentException("shorter than the body without padding: " + length);
        }
        return new PaddedReply(
                reply.withDefaultHeader("Content-Length", Long.toString(length)), OptionalLong.of(length));
    }

    static PaddedReply endless(HttpReply reply) {
        return new PaddedReply(reply.withDefaultHeader("Transfer-Encoding", "chunked"), OptionalLong.empty());
    }

    /** Returns the reply without padding, whose headers are sent. */
    public HttpReply unpadded() {
        return unpadded;
    }

    /** Returns the body in pieces of 16 KiB or less, which share an array of spaces; an endless body is chunked. */
    public Stream<byte[]> bodyPieces() {
        Stream<byte[]> start = Stream.of(unpadded.body());
        if (length.isEmpty()) {
            return Stream.concat(start, Stream.generate(() -> SPACES)).map(BodyEncoding::chunk);
        }
        long padding = length.getAsLong() - unpadded.bodyLength();
        Stream<byte[]> pieces = LongStream.range(0, padding / PIECE_LENGTH).mapToObj(piece -> SPACES);
        Stream<byte[]> rest = Stream.of(Arrays.copyOf(SPACES, (int) (padding % PIECE_LENGTH)));
        return Stream.concat(start, Stream.concat(pieces, rest));
    }

    @Override
    public OptionalInt sentStatus() {
        return unpadded.sentStatus();
    }

    @Override
    public boolean keepsConnection() {
        return unpadded.keepsConnection();
    }

    /** Returns the status and the length of the body. */
    @Override
    public String toString() {
        String bytes = length.isPresent() ? Long.toString(length.getAsLong()) : "endless";
        return unpadded.status() + " with " + bytes + " bytes";
    }
}
