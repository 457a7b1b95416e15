package io.github.devicebatch.application.watch;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.domain.BatchReference;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Asks about batches until each is final or patience ends: politely, whatever answers come.
 *
 * <ul>
 *   <li>The first question is asked at once, the next ones by the {@link PollingSchedule}. A {@code retryAfter} makes the
 *       pause longer, never shorter. One that comes with {@code THROTTLED} or {@code CIRCUIT_OPEN} holds back every
 *       question of the watch, any other only those about its batch.
 *   <li>A final batch is {@link WatchEnding.Completed} and is not asked about again. If its rows do not bear it out, it is
 *       asked about {@value WatchSettings#CONFIRMATIONS} more times at most.
 *   <li>No {@code Unavailable} ends a watch, whatever its cause: the time may. {@code Refused} ends it, {@code NotFound}
 *       too after the grace, and {@code Unreadable} when it came {@value WatchSettings#UNREADABLE_IN_A_ROW} times in a row.
 *   <li>A pause that would not end before the timeout is not begun: the watch has {@link WatchEnding.TimedOut}. A final
 *       batch that there is no time to confirm is {@code Completed} as it is. Questions still under way at the timeout are
 *       interrupted.
 *   <li>Due questions are asked first come, first served within a customer, and customers take turns.
 * </ul>
 *
 * <p>Everything happens on the thread that calls, but for the questions: with a concurrency above 1 and more than one
 * batch, each has a virtual thread of its own, and so has the one alarm. All are gone when the call returns or throws. A
 * single question at a time is asked on the calling thread; it is not interrupted at the timeout, and its answer still
 * counts. Where time passes only because someone pauses, as it may in a test, use a concurrency of 1: the alarm pauses while
 * questions are under way.
 *
 * <p>Immutable and safe for use by several threads if what it is made of is.
 */
public final class BatchWatch {

    private final Parts parts;

    private BatchWatch(Parts parts) {
        this.parts = parts;
    }

    /**
     * Creates a watch with the default settings.
     *
     * @param query whom to ask
     * @param time tells what time it is; it must go on while {@code pause} pauses
     * @param pause lets time pass
     * @return the watch
     * @throws NullPointerException if any part is null
     */
    public static BatchWatch of(BatchStatusQuery query, InstantSource time, Pause pause) {
        return of(query, time, pause, WatchSettings.DEFAULT);
    }

    /**
     * Creates a watch.
     *
     * @param query whom to ask
     * @param time tells what time it is; it must go on while {@code pause} pauses
     * @param pause lets time pass; with a concurrency above 1, also for the alarm's thread
     * @param settings how patiently to watch
     * @return the watch
     * @throws NullPointerException if any part is null
     */
    public static BatchWatch of(BatchStatusQuery query, InstantSource time, Pause pause, WatchSettings settings) {
        return of(query, time, pause, settings, new Random());
    }

    /**
     * Creates a watch whose chance is given: with the same seed, the same answers and a concurrency of 1, everything happens
     * the same way.
     *
     * @param query whom to ask
     * @param time tells what time it is; it must go on while {@code pause} pauses
     * @param pause lets time pass; with a concurrency above 1, also for the alarm's thread
     * @param settings how patiently to watch
     * @param random where the chance of the pauses comes from; used by the threads that watch
     * @return the watch
     * @throws NullPointerException if any part is null
     */
    public static BatchWatch of(
            BatchStatusQuery query, InstantSource time, Pause pause, WatchSettings settings, RandomGenerator random) {
        return new BatchWatch(new Parts(query, time, pause, settings, random));
    }

    /**
     * Watches one batch to the end and tells no one meanwhile.
     *
     * @param batch which batch
     * @return how it ended; never {@link WatchEnding.Stopped}
     * @throws InterruptedException if the calling thread is interrupted; then nothing more is asked
     * @throws NullPointerException if {@code batch} is null
     */
    public WatchEnding watch(BatchReference batch) throws InterruptedException {
        return watch(batch, event -> {});
    }

    /**
     * Watches one batch to the end.
     *
     * @param batch which batch
     * @param listener is told what happens
     * @return how it ended; never {@link WatchEnding.Stopped}
     * @throws InterruptedException if the calling thread is interrupted; then nothing more is asked
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
     * Watches any number of batches until each has ended.
     *
     * @param batches which batches; those that are named more than once are watched once
     * @param listener is told what happens
     * @throws InterruptedException if the calling thread is interrupted; then nothing more is asked
     * @throws NullPointerException if either, or one of the batches, is null
     */
    public void watchAll(Collection<BatchReference> batches, WatchListener listener) throws InterruptedException {
        watchAll(batches, listener, ending -> false);
    }

    /**
     * Watches any number of batches until each has ended, or until one has ended in such a way that the others do not
     * matter any more. These are {@link WatchEnding.Stopped} then, even those whose answer is on its way.
     *
     * @param batches which batches; those that are named more than once are watched once
     * @param listener is told what happens
     * @param lastOne tells whether an ending is the last one; not asked about {@code Stopped}
     * @throws InterruptedException if the calling thread is interrupted; then nothing more is asked
     * @throws NullPointerException if any part, or one of the batches, is null
     */
    public void watchAll(Collection<BatchReference> batches, WatchListener listener, Predicate<WatchEnding> lastOne)
            throws InterruptedException {
        requireNonNull(listener, "listener");
        requireNonNull(lastOne, "lastOne");
        List<WatchedBatch> watched =
                new LinkedHashSet<>(batches).stream().map(WatchedBatch::new).toList();
        try (WatchRun run = new WatchRun(parts, watched.size(), listener, lastOne)) {
            run.of(watched);
        }
    }

    /** What a {@link BatchWatch} is made of. */
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
