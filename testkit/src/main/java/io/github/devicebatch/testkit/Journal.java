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
    private final Gauge total = new Gauge();

    Journal(InstantSource time) {
        this.time = time;
    }

    void add(Request request, int connection, Handled handled) {
        Redaction redaction = Redaction.of(request);
        ReceivedRequest received = new ReceivedRequest(
                time.instant(),
                request.method(),
                redaction.target(request.target()),
                redaction.headers(request.headers()),
                connection,
                status(handled.reply()),
                handled.faulted(),
                handled.planned());
        synchronized (requests) {
            if (requests.size() == CAPACITY) {
                requests.removeFirst();
            }
            requests.addLast(received);
        }
        total.add(1);
    }

    /** Gives the number of requests so far, those that are forgotten among them. */
    Gauge total() {
        return total;
    }

    List<ReceivedRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    void forget() {
        synchronized (requests) {
            requests.clear();
        }
        total.reset();
    }

    private static OptionalInt status(Reply reply) {
        return switch (reply) {
            case Response response -> response.statusSent();
            case Break broken when broken.cutsTheStatus() -> OptionalInt.empty();
            case Break broken -> broken.whole().statusSent();
            case Drip drip -> drip.whole().statusSent();
            case Split split -> split.whole().statusSent();
        };
    }
}
