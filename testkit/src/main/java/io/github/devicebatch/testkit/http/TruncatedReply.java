package io.github.devicebatch.testkit.http;

import io.github.devicebatch.testkit.transport.ReplyEncoder;

/** Sends the first {@code length} bytes of {@code whole}, counted from {@code origin}, and then comes {@code ending}. */
public record TruncatedReply(WholeReply whole, Origin origin, int length, Ending ending) implements Reply {

    private static final WholeReply NOTHING = new RawReply(new byte[0]);

    public TruncatedReply {
        length = WholeReply.checked(length);
    }

    /** Tells whether so little is sent that not even the status can be read. */
    public boolean cutsTheStatus() {
        return origin == Origin.RESPONSE && length < "HTTP/1.1 200".length();
    }

    static TruncatedReply beforeAnswering(Ending ending) {
        return new TruncatedReply(NOTHING, Origin.RESPONSE, 0, ending);
    }

    /** What becomes of a connection whose response was broken off. */
    public enum Ending {
        /** Nothing more is sent until the client leaves or the fake is closed. */
        STALL,
        /** It is closed in good order. */
        CLOSE,
        /** It is reset: what was sent and not yet read may be lost. */
        RESET
    }

    /** Where the bytes of a response are counted from. */
    public enum Origin {
        /** From the first byte of the status line. */
        RESPONSE,
        /** From the first byte behind the head. */
        BODY;

        /** Gives the number of bytes before the first that counts. */
        public int in(ReplyEncoder.Wire wire) {
            return this == BODY ? wire.bodyStart() : 0;
        }
    }
}
