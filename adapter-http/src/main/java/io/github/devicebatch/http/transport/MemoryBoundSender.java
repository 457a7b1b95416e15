package io.github.devicebatch.http.transport;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Sender that bounds the memory of all responses. A response without memory is abandoned; its request waits for the memory, and is
 * sent once more then (ADR 0032). Thread-safe.
 */
public final class MemoryBoundSender {

    private final HttpSender sender;
    private final ResponseMemory memory;

    public MemoryBoundSender(HttpSender sender, ResponseMemory memory) {
        this.sender = sender;
        this.memory = memory;
    }

    /** Creates the claim of a response, to be closed when its answer has been handled. */
    public ResponseMemory.Claim claim() {
        return memory.claim();
    }

    /**
     * Sends {@code request} as {@link HttpSender#send(HttpRequest, Duration, SendLimits, ResponseMemory.Claim)} does.
     *
     * @param claim has the memory of the response afterwards
     */
    public HttpSender.Result send(HttpRequest request, Duration left, SendLimits limits, ResponseMemory.Claim claim)
            throws InterruptedException {
        Deadline query = Deadline.after(left);
        HttpSender.Result result = sender.send(request, left, limits, claim);
        while (result instanceof HttpSender.Result.NoMemory) {
            if (!claim.await(query.left())) {
                return new HttpSender.Result.NoMemory("other answers held the memory for answers during all of the "
                        + left.toMillis() + " ms that were left for the query");
            }
            Optional<Unavailable> tooLate = limits.awaitPermit();
            if (tooLate.isPresent()) {
                return new HttpSender.Result.HeldBack(tooLate.get());
            }
            result = sender.send(request, query.left(), limits, claim);
        }
        return result;
    }
}
