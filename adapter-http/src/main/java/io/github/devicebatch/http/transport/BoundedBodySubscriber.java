package io.github.devicebatch.http.transport;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Body subscriber with a size limit. Beyond it, the subscription is cancelled, which closes the connection. */
final class BoundedBodySubscriber implements BodySubscriber<byte[]> {

    static final int MAX_FAULT_BYTES = 64 << 10;

    private enum BeyondLimit {
        TRUNCATE,
        FAIL
    }

    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteBlocks read = new ByteBlocks();
    private final int limit;
    private final BeyondLimit beyondLimit;

    @SuppressWarnings("NullAway.Init") // onSubscribe sets it before any other call
    private Subscription subscription;

    private BoundedBodySubscriber(int limit, BeyondLimit beyondLimit) {
        this.limit = limit;
        this.beyondLimit = beyondLimit;
    }

    /** Handler that fails beyond {@code maxBytes} if the status is 200, and truncates any other body. For one exchange. */
    static final class Handler implements BodyHandler<byte[]> {

        private final int maxBytes;
        private volatile boolean begun;

        Handler(int maxBytes) {
            this.maxBytes = maxBytes;
        }

        @Override
        public BodySubscriber<byte[]> apply(ResponseInfo response) {
            begun = true;
            return response.statusCode() == 200
                    ? new BoundedBodySubscriber(maxBytes, BeyondLimit.FAIL)
                    : new BoundedBodySubscriber(MAX_FAULT_BYTES, BeyondLimit.TRUNCATE);
        }

        /** Checks whether the head of a response has arrived. */
        boolean isBegun() {
            return begun;
        }
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
        switch (beyondLimit) {
            case TRUNCATE -> body.complete(read.toByteArray());
            case FAIL -> body.completeExceptionally(new BodyTooLongException());
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

    /** Signals that a body is longer than the limit; the rest was not read. */
    static final class BodyTooLongException extends IOException {

        private static final long serialVersionUID = 1;

        BodyTooLongException() {
            super("the body is longer than any answer can be");
        }
    }

    /**
     * Growing buffer of blocks. A single growing array would need three times the memory while it is copied. Not thread-safe.
     */
    static final class ByteBlocks {

        private static final int FIRST_BLOCK = 1 << 10;
        private static final int MAX_BLOCK = 64 << 10;

        private final List<ByteBuffer> full = new ArrayList<>();
        private ByteBuffer block = ByteBuffer.allocate(FIRST_BLOCK);
        private int size;

        int size() {
            return size;
        }

        /** Adds what remains of {@code bytes}, at most {@code max} bytes. */
        void add(ByteBuffer bytes, int max) {
            int end = size + Math.min(max, bytes.remaining());
            while (size < end) {
                if (!block.hasRemaining()) {
                    full.add(block.flip());
                    block = ByteBuffer.allocate(Math.min(size, MAX_BLOCK));
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
