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
 * The batches that wait for their next question. Those that are due are taken first come, first served within a
 * customer, and customers take turns.
 */
final class WatchQueue {

    private final PriorityQueue<WatchedBatch> waiting =
            new PriorityQueue<>(Comparator.comparing(WatchedBatch::due).thenComparingLong(WatchedBatch::turn));
    private final LinkedHashMap<CustomerId, Queue<WatchedBatch>> due = new LinkedHashMap<>();
    private long turns;

    void add(WatchedBatch watched) {
        watched.queue(turns++);
        waiting.add(watched);
    }

    boolean isEmpty() {
        return waiting.isEmpty() && due.isEmpty();
    }

    /** Returns whether {@link #take} has anything to give. */
    boolean hasDue() {
        return !due.isEmpty();
    }

    /** Creates ready whatever is due by {@code now}. */
    void release(Instant now) {
        while (!waiting.isEmpty() && !waiting.peek().due().isAfter(now)) {
            WatchedBatch next = waiting.poll();
            due.computeIfAbsent(next.batch().customer(), customer -> new ArrayDeque<>(1))
                    .add(next);
        }
    }

    /** Takes the batch whose turn it is; its customer's next turn comes after those of all others. */
    WatchedBatch take() {
        Map.Entry<CustomerId, Queue<WatchedBatch>> customer = due.pollFirstEntry();
        WatchedBatch next = customer.getValue().remove();
        if (!customer.getValue().isEmpty()) {
            due.put(customer.getKey(), customer.getValue());
        }
        return next;
    }

    /** Takes everything, in the order in which it would be taken. */
    List<WatchedBatch> drain() {
        List<WatchedBatch> all = new ArrayList<>();
        release(Instant.MAX);
        while (hasDue()) {
            all.add(take());
        }
        return all;
    }

    /** Returns when something is due next: {@code now} if something is, and never if nothing waits. */
    Instant nextDue(Instant now) {
        if (hasDue()) {
            return now;
        }
        return waiting.isEmpty() ? Instant.MAX : waiting.peek().due();
    }
}
