package io.github.devicebatch.application.watch;

import io.github.devicebatch.domain.CustomerId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * The batches that wait for their next request. Due batches of a customer are taken in the order in which they became due,
 * and customers alternate.
 */
final class WatchQueue {

    private final PriorityQueue<WatchedBatch> waiting =
            new PriorityQueue<>(Comparator.comparing(WatchedBatch::due).thenComparingLong(WatchedBatch::turn));
    private final LinkedHashMap<CustomerId, Queue<WatchedBatch>> due = new LinkedHashMap<>();
    private long added;

    void add(WatchedBatch watched) {
        watched.queue(added++);
        waiting.add(watched);
    }

    boolean isEmpty() {
        return waiting.isEmpty() && due.isEmpty();
    }

    /** Returns whether a batch is due. */
    boolean hasDue() {
        return !due.isEmpty();
    }

    /** Moves the batches that are due at {@code now} to the due ones. */
    void release(Instant now) {
        while (!waiting.isEmpty() && !waiting.peek().due().isAfter(now)) {
            WatchedBatch next = waiting.poll();
            due.computeIfAbsent(next.batch().customer(), customer -> new ArrayDeque<>(1))
                    .add(next);
        }
    }

    /** Removes the next due batch; its customer's next turn comes after all other customers. */
    WatchedBatch take() {
        Map.Entry<CustomerId, Queue<WatchedBatch>> customer = due.pollFirstEntry();
        WatchedBatch next = customer.getValue().remove();
        if (!customer.getValue().isEmpty()) {
            due.put(customer.getKey(), customer.getValue());
        }
        return next;
    }

    /** Removes all batches in the order in which they would be taken. */
    List<WatchedBatch> drain() {
        List<WatchedBatch> all = new ArrayList<>();
        release(Instant.MAX);
        while (hasDue()) {
            all.add(take());
        }
        return all;
    }

    /** Returns the time of the next due batch: {@code now} if one is due, {@link Instant#MAX} if none waits. */
    Instant nextDue(Instant now) {
        if (hasDue()) {
            return now;
        }
        return waiting.isEmpty() ? Instant.MAX : waiting.peek().due();
    }
}
