package io.github.devicebatch.http.transport;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Collects a body up to a limit; past it, stops reading, which closes the connection. */
public final class BoundedBodySubscriber implements BodySubscriber<byte[]> {

    public static final int LONGEST_ANSWER = 16 << 20;
    static final int LONGEST_FAULT = 64 << 10;

    /** What a body past its limit is. */
    private enum PastLimit {
        /** Cut: its beginning is enough. */
        CUT,
        /** Refused as a whole. */
        REFUSED
    }

    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final GatheredBytes read = new GatheredBytes();
    private final int limit;
    private final PastLimit pastLimit;
    private Subscription subscription;

    private BoundedBodySubscriber(int limit, PastLimit pastLimit) {
        this.limit = limit;
        this.pastLimit = pastLimit;
    }

    /** Bounds the body of an answer (200) and cuts the body of anything else. */
    static BodyHandler<byte[]> handler(int longestAnswer) {
        return response -> response.statusCode() == 200
                ? new BoundedBodySubscriber(longestAnswer, PastLimit.REFUSED)
                : new BoundedBodySubscriber(LONGEST_FAULT, PastLimit.CUT);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            read.add(buffer, limit - read.size() + 1);
        }
        if (read.size() > limit) {
            subscription.cancel();
            end();
        } else {
            subscription.request(1);
        }
    }

    private void end() {
        switch (pastLimit) {
            case CUT -> body.complete(read.toByteArray());
            case REFUSED -> body.completeExceptionally(new BodyTooLongException());
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(read.toByteArray());
    }

    /** The body of a response is longer than any answer can be, and the rest of it was not read. */
    static final class BodyTooLongException extends IOException {

        private static final long serialVersionUID = 1;

        BodyTooLongException() {
            super("the body is longer than any answer can be");
        }
    }

    /**
     * Bytes as they come in, kept in blocks: an array that grows as a whole would need three times the memory while it is
     * copied. Used by one thread at a time.
     */
    static final class GatheredBytes {

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
}
