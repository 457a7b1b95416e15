package io.github.devicebatch.testkit;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/** Remembers the latest requests. Thread-safe. */
final class Journal {

    /** How many requests are remembered: enough for any test by hand, and bounded for a load test. */
    static final int CAPACITY = 10_000;

    private final InstantSource time;
    private final Deque<ReceivedRequest> requests = new ArrayDeque<>();

    Journal(InstantSource time) {
        this.time = time;
    }

    void add(Request request, int connection, Reply reply) {
        Redaction redaction = Redaction.of(request);
        ReceivedRequest received = new ReceivedRequest(
                time.instant(),
                request.method(),
                redaction.text(request.target()),
                redaction.headers(request.headers()),
                connection,
                status(reply));
        synchronized (requests) {
            if (requests.size() == CAPACITY) {
                requests.removeFirst();
            }
            requests.addLast(received);
        }
    }

    List<ReceivedRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    private static OptionalInt status(Reply reply) {
        return switch (reply) {
            case HttpReply http -> OptionalInt.of(http.status());
            case Silence() -> OptionalInt.empty();
            case Stall stall -> OptionalInt.of(stall.whole().status());
            case Truncation truncation -> OptionalInt.of(truncation.whole().status());
        };
    }
}
