package io.github.devicebatch.testkit.http;

import io.github.devicebatch.testkit.transport.ReplyEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A response whose body goes on with spaces, which are made as they are sent. Immutable. */
final class PaddedReply extends WholeReply {

    static final long ENDLESS = Long.MAX_VALUE;

    private static final int PIECE = 16 * 1_024;
    private static final byte[] SPACES = new byte[PIECE];

    static {
        Arrays.fill(SPACES, (byte) ' ');
    }

    private final HttpReply beginning;
    private final long length;

    private PaddedReply(HttpReply beginning, long length) {
        this.beginning = beginning;
        this.length = length;
    }

    static PaddedReply of(HttpReply reply, long length) {
        if (length < reply.bytes().length) {
            throw new IllegalArgumentException("shorter than the body without padding: " + length);
        }
        return new PaddedReply(reply.withDefaultHeader("Content-Length", Long.toString(length)), length);
    }

    static PaddedReply withoutEnd(HttpReply reply) {
        return new PaddedReply(reply.withDefaultHeader("Transfer-Encoding", "chunked"), ENDLESS);
    }

    @Override
    public ReplyEncoder.Wire wire(List<Header> service, boolean withBody) {
        byte[] head = ReplyEncoder.of(beginning, service);
        Stream<byte[]> body = withBody && ReplyEncoder.allowsBody(beginning.status()) ? body() : Stream.empty();
        return new ReplyEncoder.Wire(
                head.length, Stream.concat(Stream.of(head), body).iterator());
    }

    private Stream<byte[]> body() {
        Stream<byte[]> start = Stream.of(beginning.bytes());
        if (length == ENDLESS) {
            return Stream.concat(start, Stream.generate(() -> SPACES)).map(BodyEncoding::chunk);
        }
        long padding = length - beginning.bytes().length;
        Stream<byte[]> pieces = LongStream.range(0, padding / PIECE).mapToObj(piece -> SPACES);
        Stream<byte[]> rest = Stream.of(Arrays.copyOf(SPACES, (int) (padding % PIECE)));
        return Stream.concat(start, Stream.concat(pieces, rest));
    }

    @Override
    public OptionalInt statusSent() {
        return beginning.statusSent();
    }

    @Override
    public boolean keepsConnection() {
        return beginning.keepsConnection();
    }

    @Override
    public String toString() {
        return beginning.status() + " with " + (length == ENDLESS ? "endless" : length) + " bytes";
    }
}
