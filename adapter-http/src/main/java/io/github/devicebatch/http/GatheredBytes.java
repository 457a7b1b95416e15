package io.github.devicebatch.http;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes as they come in, kept in blocks: an array that grows as a whole would need three times the memory while it is
 * copied. Used by one thread at a time.
 */
final class GatheredBytes {

    private static final int FIRST_BLOCK = 1 << 10;
    private static final int LARGEST_BLOCK = 64 << 10;

    private final List<ByteBuffer> full = new ArrayList<>();
    private ByteBuffer block = ByteBuffer.allocate(FIRST_BLOCK);
    private int size;

    int size() {
        return size;
    }

    /** Takes what {@code bytes} has left, but no more than {@code most} of it. */
    void add(ByteBuffer bytes, int most) {
        int end = size + Math.min(most, bytes.remaining());
        while (size < end) {
            if (!block.hasRemaining()) {
                full.add(block.flip());
                block = ByteBuffer.allocate(Math.min(size, LARGEST_BLOCK));
            }
            int length = Math.min(end - size, block.remaining());
            block.put(block.position(), bytes, bytes.position(), length);
            block.position(block.position() + length);
            bytes.position(bytes.position() + length);
            size += length;
        }
    }

    byte[] toByteArray() {
        ByteBuffer all = ByteBuffer.allocate(size);
        full.forEach(each -> all.put(each.duplicate()));
        all.put(block.duplicate().flip());
        return all.array();
    }
}
