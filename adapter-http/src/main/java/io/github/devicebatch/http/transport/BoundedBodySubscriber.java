package io.github.devicebatch.http.transport;

import io.github.devicebatch.http.transport.ResponseMemory.LackOfMemoryException;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Body subscriber with a size limit, and with memory that it reserves before it reads a long body. Beyond either, the subscription is
 * cancelled, which closes the connection.
 */
final class BoundedBodySubscriber implements BodySubscriber<BoundedBodySubscriber.BodyBuffer> {

    static final int MAX_FAULT_BYTES = 64 << 10;

    private enum BeyondLimit {
        TRUNCATE,
        FAIL
    }

    private final CompletableFuture<BodyBuffer> body = new CompletableFuture<>();
    private final BodyBuffer read;
    private final int limit;
    private final BeyondLimit beyondLimit;
    private final ResponseMemory.Claim memory;
    private final long announced;

    /** The length up to which the body has its memory. */
    private long covered;

    @SuppressWarnings("NullAway.Init") // onSubscribe sets it before any other call
    private Subscription subscription;

    private BoundedBodySubscriber(
            ResponseInfo response, int limit, BeyondLimit beyondLimit, ResponseMemory.Claim memory) {
        this.announced = announced(response.headers());
        this.read = new BodyBuffer(announced, limit + 1);
        this.limit = limit;
        this.beyondLimit = beyondLimit;
        this.memory = memory;
        this.covered = beyondLimit == BeyondLimit.TRUNCATE ? Long.MAX_VALUE : ResponseMemory.SHORT_BODY;
    }

    /** Handler that fails beyond {@code maxBytes} if the status is 200, and truncates any other body. For one exchange. */
    static final class Handler implements BodyHandler<BodyBuffer> {

        private final int maxBytes;
        private final ResponseMemory.Claim memory;
        private volatile boolean begun;

        /** Creates a handler that reserves memory by {@code memory}. */
        Handler(int maxBytes, ResponseMemory.Claim memory) {
            this.maxBytes = maxBytes;
            this.memory = memory;
        }

        @Override
        public BodySubscriber<BodyBuffer> apply(ResponseInfo response) {
            begun = true;
            return response.statusCode() == 200
                    ? new BoundedBodySubscriber(response, maxBytes, BeyondLimit.FAIL, memory)
                    : new BoundedBodySubscriber(response, MAX_FAULT_BYTES, BeyondLimit.TRUNCATE, memory);
        }

        /** Checks whether the head of a response has arrived. */
        boolean isBegun() {
            return begun;
        }
    }

    @Override
    public CompletionStage<BodyBuffer> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        try {
            cover(Math.min(announced, limit));
            subscription.request(1);
        } catch (LackOfMemoryException lack) {
            fail(lack);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (body.isDone()) {
            return;
        }
        try {
            for (ByteBuffer buffer : buffers) {
                add(buffer);
            }
        } catch (LackOfMemoryException lack) {
            fail(lack);
            return;
        }
        if (read.size() > limit) {
            subscription.cancel();
            end();
        } else {
            subscription.request(1);
        }
    }

    private void add(ByteBuffer buffer) throws LackOfMemoryException {
        int length = Math.min(limit - read.size() + 1, buffer.remaining());
        int size = read.size() + length;
        if (size > ResponseMemory.SHORT_BODY) {
            cover(size);
            memory.requireRoomFor(read.allocatedWith(length), expected(size));
        }
        read.add(buffer, length);
    }

    /** Reserves memory for the whole body before it is longer than what is covered. */
    private void cover(long size) throws LackOfMemoryException {
        if (size > covered) {
            long length = expected(size);
            memory.reserve(length);
            covered = length == limit ? Long.MAX_VALUE : length;
        }
    }

    /** Returns the longest length that a body with so many bytes can have. */
    private long expected(long size) {
        return size <= announced ? Math.min(announced, limit) : limit;
    }

    private void fail(LackOfMemoryException lack) {
        subscription.cancel();
        body.completeExceptionally(lack);
    }

    private void end() {
        switch (beyondLimit) {
            case TRUNCATE -> body.complete(read);
            case FAIL -> body.completeExceptionally(new BodyTooLongException());
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(read);
    }

    /** Signals that a body is longer than the limit; the rest was not read. */
    static final class BodyTooLongException extends IOException {

        private static final long serialVersionUID = 1;

        BodyTooLongException() {
            super("the body is longer than any answer can be");
        }
    }

    /** Returns the value of {@code Content-Length}; 0 without one that is a number, because the client judges it. */
    private static long announced(HttpHeaders headers) {
        List<String> lengths = headers.map().get("Content-Length");
        return lengths == null ? 0 : number(lengths.getFirst());
    }

    private static long number(String text) {
        try {
            return Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /**
     * Growing buffer. It allocates an announced length at once if that is short, else at most eight times what has arrived: so an
     * announcement alone costs no memory, and a true one little copying. Not thread-safe.
     */
    static final class BodyBuffer {

        private static final int WITHOUT_ANNOUNCEMENT = 1 << 10;
        private static final int MAX_AT_ONCE = 64 << 10;
        private static final int MAX_GROWTH = 8;

        private final long announced;
        private final int limit;
        private byte[] bytes;
        private int size;

        /** Creates a buffer for {@code announced} bytes, 0 if the length is not known, and at most {@code limit}. */
        BodyBuffer(long announced, int limit) {
            this.announced = announced;
            this.limit = limit;
            this.bytes = new byte[announced == 0 ? WITHOUT_ANNOUNCEMENT : Math.clamp(announced, 0, MAX_AT_ONCE)];
        }

        int size() {
            return size;
        }

        /** Adds what remains of {@code buffer}, at most {@code max} bytes. */
        void add(ByteBuffer buffer, int max) {
            int length = Math.min(max, buffer.remaining());
            if (size + length > bytes.length) {
                bytes = Arrays.copyOf(bytes, capacityWith(length));
            }
            buffer.get(bytes, size, length);
            size += length;
        }

        private int capacityWith(int length) {
            long expected = Math.min(announced, (long) MAX_GROWTH * bytes.length);
            long larger = Math.max(expected, Math.max(size + length, 2L * bytes.length));
            return (int) Math.max(size + length, Math.min(larger, limit));
        }

        /** Returns how much memory is allocated while {@code length} bytes are added, in bytes. */
        long allocatedWith(int length) {
            return size + length > bytes.length ? (long) bytes.length + capacityWith(length) : bytes.length;
        }

        byte[] toByteArray() {
            return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
        }

        /** Returns the bytes and drops them. The JDK's client keeps the body of the first response as long as its connection. */
        byte[] take() {
            byte[] taken = toByteArray();
            bytes = new byte[0];
            return taken;
        }

        /** Returns how much memory is allocated, in bytes. */
        int capacity() {
            return bytes.length;
        }
    }
}
