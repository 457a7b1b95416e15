package io.github.devicebatch.testkit;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * A response as it goes over the wire, piece by piece, so that one of 1 GiB or without an end needs no memory.
 *
 * @param bodyStart how many bytes the head has
 * @param pieces the bytes, the head's among them; to be gone through once
 */
record Wire(int bodyStart, Iterator<byte[]> pieces) {

    /** Puts head and body in one piece: two would cost the client a second wake-up. */
    static Wire of(byte[] head, byte[] body) {
        return new Wire(head.length, List.of(joined(head, body)).iterator());
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
