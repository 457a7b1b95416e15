package io.github.devicebatch.http;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Collects a body up to a limit; past it, stops reading, which closes the connection. */
final class BoundedBody implements BodySubscriber<byte[]> {

    static final int LONGEST_ANSWER = 16 << 20;
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

    private BoundedBody(int limit, PastLimit pastLimit) {
        this.limit = limit;
        this.pastLimit = pastLimit;
    }

    /** Bounds the body of an answer (200) and cuts the body of anything else. */
    static BodyHandler<byte[]> handler(int longestAnswer) {
        return response -> response.statusCode() == 200
                ? new BoundedBody(longestAnswer, PastLimit.REFUSED)
                : new BoundedBody(LONGEST_FAULT, PastLimit.CUT);
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
}
