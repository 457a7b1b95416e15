package io.github.devicebatch.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** Lets the bytes of one response out, as many at a time as it is told. Used by one thread. */
final class Outflow {

    private final Iterator<byte[]> pieces;
    private final OutputStream output;
    private byte[] piece = new byte[0];
    private int sent;

    Outflow(Wire wire, OutputStream output) {
        this.pieces = wire.pieces();
        this.output = output;
    }

    /** Sends at most {@code length} bytes, and tells whether there are more. */
    boolean send(long length) throws IOException {
        long left = length;
        while (hasMore() && left > 0) {
            int now = (int) Math.min(left, piece.length - sent);
            output.write(piece, sent, now);
            sent += now;
            left -= now;
        }
        return hasMore();
    }

    void sendAll() throws IOException {
        send(Long.MAX_VALUE);
    }

    private boolean hasMore() {
        while (sent == piece.length && pieces.hasNext()) {
            piece = pieces.next();
            sent = 0;
        }
        return sent < piece.length;
    }
}
