package io.github.devicebatch.testkit.http;

import java.util.OptionalInt;

/**
 * A response of which only the first bytes are sent.
 *
 * @param whole the response
 * @param origin the byte from which {@code length} is counted
 * @param length the number of bytes that are sent after {@code origin}; beyond the end means the end
 * @param ending what happens to the connection then
 */
public record TruncatedReply(WholeReply whole, Origin origin, int length, Ending ending) implements Reply {

    private static final WholeReply NOTHING = new RawReply(new byte[0]);
    private static final int STATUS_END = "HTTP/1.1 200".length();

    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public TruncatedReply {
        length = WholeReply.checkedLength(length);
    }

    static TruncatedReply withoutResponse(Ending ending) {
        return new TruncatedReply(NOTHING, Origin.RESPONSE, 0, ending);
    }

    @Override
    public OptionalInt sentStatus() {
        return origin == Origin.RESPONSE && length < STATUS_END ? OptionalInt.empty() : whole.sentStatus();
    }

    /** What happens to a connection after a truncated response. */
    public enum Ending {
        /** It stays open and silent until the client closes it or the fake is closed. */
        STALL,
        /** It is closed with FIN. */
        CLOSE,
        /** It is closed with RST; bytes that the client has not read may be lost. */
        RESET
    }

    /** The byte of a response from which lengths are counted. */
    public enum Origin {
        /** The first byte of the status line. */
        RESPONSE,
        /** The first byte of the body. */
        BODY
    }
}
