package io.github.devicebatch.application.watch;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.application.SystemTime;
import io.github.devicebatch.application.async.InterruptibleTask;
import io.github.devicebatch.domain.BatchReference;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * A watch that polls batches until each is final or the timeout passes.
 *
 * <ul>
 *   <li>The first request is sent at once, the next ones by the {@link PollingSchedule}. A {@code retryAfter} makes the
 *       pause longer, never shorter. One that comes with {@code THROTTLED} or {@code CIRCUIT_OPEN} holds back every
 *       request of the watch, any other only those about its batch.
 *   <li>A final batch is {@link WatchEnding.Completed} and is not polled again. If its rows do not confirm it, it is
 *       polled at most {@value WatchSettings#CONFIRMATIONS} more times.
 *   <li>No {@code Unavailable} ends a watch, whatever its cause; only the timeout does. {@code Refused} ends it, {@code NotFound}
 *       too after the grace period, and {@code Unreadable} after {@value WatchSettings#UNREADABLE_IN_A_ROW} times in a row; at once
 *       if this program has too little memory for the response.
 *   <li>At the timeout, a last request about each open batch is sent, so that a batch that is final by then is {@code Completed}.
 *       A batch that is not has {@link WatchEnding.TimedOut}; a final one without time left for confirmation is {@code Completed} as
 *       it is. The last answers are awaited for at most {@link WatchSettings#LAST_REQUESTS}; then requests in flight are interrupted.
 *       A {@code retryAfter} that ends after the timeout leaves no last request: the watch ends at once.
 *   <li>Due requests of a customer are sent in the order in which they became due, and customers alternate.
 * </ul>
 *
 * <p>The watch runs on the calling thread. With a concurrency above 1 and more than one batch, each request has its own
 * virtual thread, and so has the timer; all have ended when the call returns or throws. With a single request at a time,
 * requests run on the calling thread; they are not interrupted at the timeout, and their answers count. In tests whose time
 * passes only in pauses, use a concurrency of 1, because the timer pauses while requests are in flight.
 *
 * <p>Immutable, and thread-safe if its parts are.
 */
public final class BatchWatch {

    private final Parts parts;

    private BatchWatch(Parts parts) {
        this.parts = parts;
    }

    /**
     * Creates a watch with the default settings and the {@linkplain SystemTime system's time}.
     *
     * <pre>{@code
     * WatchEnding ending = BatchWatch.of(query).watch(batch);
     * }</pre>
     *
     * @param query the query to use
     * @return the watch
     * @throws NullPointerException if {@code query} is null
     */
    public static BatchWatch of(BatchStatusQuery query) {
        return of(query, WatchSettings.DEFAULT);
    }

    /**
     * Creates a watch with the {@linkplain SystemTime system's time}.
     *
     * @param query the query to use
     * @param settings schedule, timeout, grace period and concurrency
     * @return the watch
     * @throws NullPointerException if either is null
     */
    public static BatchWatch of(BatchStatusQuery query, WatchSettings settings) {
        SystemTime time = SystemTime.startingNow();
        return of(query, time, time, settings);
    }

    /**
     * Creates a watch with the default settings.
     *
     * @param query the query to use
     * @param time the clock; it must advance while {@code pause} pauses
     * @param pause the wait
     * @return the watch
     * @throws NullPointerException if any part is null
     */
    public static BatchWatch of(BatchStatusQuery query, InstantSource time, Pause pause) {
        return of(query, time, pause, WatchSettings.DEFAULT);
    }

    /**
     * Creates a watch.
     *
     * @param query the query to use
     * @param time the clock; it must advance while {@code pause} pauses
     * @param pause the wait; with a concurrency above 1, the timer's thread uses it too
     * @param settings schedule, timeout, grace period and concurrency
     * @return the watch
     * @throws NullPointerException if any part is null
     */
    public static BatchWatch of(BatchStatusQuery query, InstantSource time, Pause pause, WatchSettings settings) {
        return of(query, time, pause, settings, new Random());
    }

    /**
     * Creates a watch with a source of randomness: with the same seed, the same answers and a concurrency of 1, the events are
     * the same.
     *
     * @param query the query to use
     * @param time the clock; it must advance while {@code pause} pauses
     * @param pause the wait; with a concurrency above 1, the timer's thread uses it too
     * @param settings schedule, timeout, grace period and concurrency
     * @param random the randomness of the jitter; used by the watching threads
     * @return the watch
     * @throws NullPointerException if any part is null
     */
    public static BatchWatch of(
            BatchStatusQuery query, InstantSource time, Pause pause, WatchSettings settings, RandomGenerator random) {
        return new BatchWatch(new Parts(query, time, pause, settings, random));
    }

    /**
     * Watches one batch to the end without a listener.
     *
     * @param batch the batch to watch
     * @return how it ended; never {@link WatchEnding.Stopped}
     * @throws InterruptedException if the calling thread is interrupted; then no more requests are sent
     * @throws NullPointerException if {@code batch} is null
     */
    public WatchEnding watch(BatchReference batch) throws InterruptedException {
        return watch(batch, event -> {});
    }

    /**
     * Watches one batch to the end.
     *
     * @param batch the batch to watch
     * @param listener receives the events
     * @return how it ended; never {@link WatchEnding.Stopped}
     * @throws InterruptedException if the calling thread is interrupted; then no more requests are sent
     * @throws NullPointerException if either is null
     */
    public WatchEnding watch(BatchReference batch, WatchListener listener) throws InterruptedException {
        requireNonNull(listener, "listener");
        List<WatchEnding> endings = new ArrayList<>();
        watchAll(List.of(batch), event -> {
            if (event instanceof WatchEvent.Ended ended) {
                endings.add(ended.ending());
            }
            listener.on(event);
        });
        return endings.getFirst();
    }

    /**
     * Watches one batch to the end, on a thread of {@code executor}, which the watch occupies until it ends. If the future is
     * completed earlier, by {@code cancel}, {@code orTimeout} or otherwise, the watch is interrupted.
     *
     * @param batch the batch to watch
     * @param listener receives the events
     * @param executor runs the watch, such as one with a virtual thread per task
     * @return the future of the ending
     * @throws java.util.concurrent.RejectedExecutionException if {@code executor} takes no task
     * @throws NullPointerException if any part is null
     */
    public CompletableFuture<WatchEnding> watchAsync(BatchReference batch, WatchListener listener, Executor executor) {
        requireNonNull(batch, "batch");
        requireNonNull(listener, "listener");
        return InterruptibleTask.submit(() -> watch(batch, listener), executor);
    }

    /**
     * Watches any number of batches until each has ended.
     *
     * @param batches the batches to watch; duplicates are watched once
     * @param listener receives the events
     * @throws InterruptedException if the calling thread is interrupted; then no more requests are sent
     * @throws NullPointerException if either, or one of the batches, is null
     */
    public void watchAll(Collection<BatchReference> batches, WatchListener listener) throws InterruptedException {
        watchAll(batches, listener, ending -> false);
    }

    /**
     * Watches any number of batches until each has ended, or until an ending matches {@code lastOne}. The other batches
     * then end as {@link WatchEnding.Stopped}, even those with a request in flight.
     *
     * @param batches the batches to watch; duplicates are watched once
     * @param listener receives the events
     * @param lastOne returns true for an ending that ends the whole watch; not called for {@code Stopped}
     * @throws InterruptedException if the calling thread is interrupted; then no more requests are sent
     * @throws NullPointerException if any part, or one of the batches, is null
     */
    public void watchAll(Collection<BatchReference> batches, WatchListener listener, Predicate<WatchEnding> lastOne)
            throws InterruptedException {
        requireNonNull(listener, "listener");
        requireNonNull(lastOne, "lastOne");
        List<WatchedBatch> watched =
                new LinkedHashSet<>(batches).stream().map(WatchedBatch::new).toList();
        try (WatchRun run = new WatchRun(parts, watched.size(), listener, lastOne)) {
            run.watch(watched);
        }
    }

    /**
     * Watches any number of batches until each has ended, on a thread of {@code executor}, as {@link #watchAsync} does.
     *
     * @param batches the batches to watch; duplicates are watched once
     * @param listener receives the events
     * @param executor runs the watch
     * @return the future of the end of the last watch
     * @throws java.util.concurrent.RejectedExecutionException if {@code executor} takes no task
     * @throws NullPointerException if any part, or one of the batches, is null
     */
    public CompletableFuture<Void> watchAllAsync(
            Collection<BatchReference> batches, WatchListener listener, Executor executor) {
        List<BatchReference> copy = List.copyOf(batches);
        requireNonNull(listener, "listener");
        return InterruptibleTask.submit(
                () -> {
                    watchAll(copy, listener);
                    return null;
                },
                executor);
    }

    /** The collaborators and settings of a watch. */
    record Parts(
            BatchStatusQuery query, InstantSource time, Pause pause, WatchSettings settings, RandomGenerator random) {

        Parts {
            requireNonNull(query, "query");
            requireNonNull(time, "time");
            requireNonNull(pause, "pause");
            requireNonNull(settings, "settings");
            requireNonNull(random, "random");
        }
    }
}
